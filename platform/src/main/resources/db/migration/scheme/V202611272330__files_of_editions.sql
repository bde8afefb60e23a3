-- Editions and crosswalks laid beside the application, so that every instance of one database knows the same.
create schema scheme;

create table scheme.file (
    -- Below `schemes` of a data folder: ism/2025.12.9.yaml
    path       text        not null primary key,
    content    bytea       not null,
    -- When the file was written where it first lay; the later writing wins everywhere.
    written_at timestamptz not null
);
