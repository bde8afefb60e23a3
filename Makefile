# The one interface to this project. `make help` lists what it can do.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help demo check test format bench build clean tools

export JAVA_HOME := $(shell tools/find-jdk)
# Maven's own JVM: small and quick to start. It runs on JDK 25 because some plugins ignore toolchains (ADR 0002).
export MAVEN_OPTS := -Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
MVN := mvn -B -ntp

ifeq ($(JAVA_HOME),)
$(error no JDK 25: see the lines above)
endif
ifeq ($(shell command -v mvn),)
$(error Hoshimori is built by Maven 3.8 or newer, and there is no `mvn` on the PATH. Debian, Ubuntu: apt-get install maven)
endif

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## build if needed and start the sample nation on http://localhost:8080
	@./hoshimori demo

check: tools ## everything that must hold before a commit: format, house rules, all tests, browser journeys
	$(MVN) verify

test: tools ## one test class: make test NAME=RegisterTests [IN=platform]
	$(MVN) verify -Dspotless.goal=apply -Dsurefire.failIfNoSpecifiedTests=false $(if $(NAME),-Dtest='$(NAME)') $(if $(IN),-pl $(IN) -am)

format: ## rewrite every Java file in the house's format
	$(MVN) -q spotless:apply

bench: tools ## the side-by-side measurements of docs/reference/performance.md
	bench/run
	bench/rules
	bench/probe

build: ## compile and package without tests
	$(MVN) -q package -DskipTests -Dspotless.goal=apply

tools: ## what the browser tests need (chromium, a Japanese font, a Playwright driver): found, or installed when root
	@tools/install

clean: ## forget everything built (not ./data)
	$(MVN) -q clean
	rm -rf build
