# Sourced by the scripts of an example, with the name of its folder, a class and the arguments: builds what it needs, then
# starts the class, by which resolver stub, backend and front are started; see --help.
set -euo pipefail
example=$1
main=com.authgear.headers.examples.$2
shift 2
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

for tool in java mvn; do
  command -v "$tool" >/dev/null || { echo "Error: $tool is not installed; JDK 17+ and Maven 3.8.7+ are needed." >&2; exit 1; }
done

case " $* " in *" --help "* | *" -h "*) ;; *) echo "Building (the first time this downloads the dependencies) ..." ;; esac
# Maven prints escape sequences even into a pipe: what it says matters only where it fails.
build=$(cd "$root" && mvn -B -q -ntp -pl "examples/$example" -am package \
  -DskipTests -Dmaven.javadoc.skip=true -Dmaven.source.skip=true -Dspotless.check.skip=true 2>&1) ||
  { echo "$build" >&2; echo "Error: the build failed, see above." >&2; exit 1; }

# The secret that the proxy sends and the backend asks for: made anew at each start, and only in the environment.
AUTHGEAR_PROXY_SECRET=$(head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
export AUTHGEAR_PROXY_SECRET

target=$root/examples/$example/target

# shellcheck disable=SC2086 # several options are several words
exec java ${EXAMPLE_JAVA_OPTIONS:-} -cp "$target/test-classes:$target/classes:$(<"$target/class-path")" "$main" \
  --configuration "$root/examples/proxies/nginx" "$@"
