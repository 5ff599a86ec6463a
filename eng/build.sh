# Sourced by the scripts: builds the application when a source is newer than the last build. Sets app_dll.
root=${root:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
app_out=$root/artifacts/app
app_dll=$app_out/densach.dll

build_app() {
  local stamp=$app_out/.built
  if [ -f "$stamp" ] && [ -z "$(find "$root/src" "$root/content" "$root"/Directory.*.props "$root/global.json" "$root/eng/build.sh" \( -path '*/bin' -o -path '*/obj' -o -path '*/node_modules' -o -path '*/wwwroot' \) -prune -o -newer "$stamp" -type f -print 2>/dev/null | head -n 1)" ]; then
    return
  fi
  # Compiled ahead where src/Directory.Build.props names the machine: a verb and the first pages are a quarter quicker. Elsewhere, or where the feed
  # lacks that compiler, the same program compiles as it runs.
  local plain=(-p:SelfContained=false) ahead
  ahead=("${plain[@]}")
  if [[ "$(DOTNET_CLI_UI_LANGUAGE=en dotnet --info)" =~ RID:\ +linux-x64[[:space:]] ]]; then ahead+=(-r linux-x64 -p:PublishReadyToRun=true); fi
  echo "Building (the first time takes some minutes): fetching packages…" >&2
  if ! dotnet restore "$root/src/DenSach" "${ahead[@]}" -v quiet --nologo >&2; then
    echo "Once more without the compiler that compiles ahead…" >&2
    ahead=("${plain[@]}")
    dotnet restore "$root/src/DenSach" "${ahead[@]}" -v quiet --nologo >&2
  fi
  echo "Building: styles, scripts and the application…" >&2
  dotnet publish "$root/src/DenSach" -c Release --no-restore "${ahead[@]}" -o "$app_out" -v quiet --nologo >&2
  touch "$stamp"
}
