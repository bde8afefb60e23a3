import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Rewrites class files older than Java 6 in the jars it is given: `java tools/RenewClasses.java JAR...`.
///
/// The JVM's cache of loaded and linked classes (JEP 483) leaves out classes that only the old
/// verifier understands, and picocli's are. They get the stack maps of today; nothing else changes.
/// Jars without such classes are left alone.
final class RenewClasses {

    /// The first version whose classes carry stack maps: Java 6.
    private static final int WITH_STACK_MAPS = 50;

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            renew(Path.of(jar));
        }
    }

    private static void renew(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        ClassHierarchyResolver own =
                ClassHierarchyResolver.ofResourceParsing(name -> {
                    String text = name.descriptorString();
                    byte[] bytes = entries.get(text.substring(1, text.length() - 1) + ".class");
                    return bytes == null ? null : new ByteArrayInputStream(bytes);
                });
        ClassFile form =
                ClassFile.of(
                        // A pool of its own makes the code be written anew, and so its stack maps.
                        ConstantPoolSharingOption.NEW_POOL,
                        StackMapsOption.STACK_MAPS_WHEN_REQUIRED,
                        ClassHierarchyResolverOption.of(
                                own.orElse(ClassHierarchyResolver.defaultResolver())));
        boolean changed = false;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().endsWith(".class") && !entry.getKey().startsWith("META-INF/")) {
                ClassModel old = form.parse(entry.getValue());
                if (old.majorVersion() < WITH_STACK_MAPS) {
                    entry.setValue(
                            form.transformClass(
                                    old,
                                    (builder, element) -> {
                                        if (element instanceof ClassFileVersion) {
                                            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                                        } else {
                                            builder.with(element);
                                        }
                                    }));
                    changed = true;
                }
            }
        }
        if (changed) {
            Path draft = jar.resolveSibling(jar.getFileName() + ".renewed");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(draft))) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    out.putNextEntry(new ZipEntry(entry.getKey()));
                    out.write(entry.getValue());
                    out.closeEntry();
                }
            }
            Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
