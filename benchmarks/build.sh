# Sourced by the scripts of this folder: builds the benchmarks and what they measure.
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

for tool in java mvn; do
  command -v "$tool" >/dev/null || { echo "Error: $tool is not installed; JDK 17+ and Maven 3.8.7+ are needed." >&2; exit 1; }
done

case " $* " in *" --help "* | *" -h "*) ;; *) echo "Building (the first time this downloads the dependencies) ..." ;; esac
# Maven prints escape sequences even into a pipe: what it says matters only where it fails.
build=$(cd "$folder/.." && mvn -B -q -ntp -pl benchmarks -am package \
  -DskipTests -Dmaven.javadoc.skip=true -Dmaven.source.skip=true -Dspotless.check.skip=true 2>&1) ||
  { echo "$build" >&2; echo "Error: the build failed, see above." >&2; exit 1; }
jar=$folder/target/authgear-headers-benchmarks.jar
