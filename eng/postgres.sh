# Sourced by the scripts: starts a PostgreSQL of its own in a temporary folder and stops it at the end.
# Sets DENSACH_TEST_PG to a connection string without a database.

postgres_bin() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  if [ -n "$found" ] && [ -x "$found/initdb" ]; then echo "$found"; return; fi
  found=$(command -v initdb 2>/dev/null) && dirname "$(readlink -f "$found")"
}

start_postgres() {
  local port
  pg_bin=$(postgres_bin)
  [ -n "$pg_bin" ] || return 1
  pg_folder=$(mktemp -d "${TMPDIR:-/tmp}/densach-pg.XXXXXX")
  pg_as=()
  # PostgreSQL refuses to run as root: then it runs as the user its package made.
  if [ "$(id -u)" = 0 ]; then chown postgres "$pg_folder"; pg_as=(runuser -u postgres --); fi
  # The port comes from the folder's name, so that two runs beside each other seldom meet; a taken one is tried again.
  for try in 1 2 3 4 5; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  (cd "$pg_folder" && "${pg_as[@]}" "$pg_bin/initdb" -D "$pg_folder/data" -U densach --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$pg_folder/log" 2>&1 \
    && "${pg_as[@]}" "$pg_bin/pg_ctl" -D "$pg_folder/data" -w -l "$pg_folder/data/server.log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$pg_folder' -c max_connections=200 -c shared_buffers=256MB ${PG_OPTIONS:-}" start >/dev/null) \
    || { tail -n 20 "$pg_folder/log" "$pg_folder/data/server.log" >&2; rm -rf "$pg_folder"; unset pg_folder; return 1; }
  export DENSACH_TEST_PG="Host=127.0.0.1;Port=$port;Username=densach"
  pg_ctl_stop() { (cd / && "${pg_as[@]}" "$pg_bin/pg_ctl" -D "$pg_folder/data" -m immediate stop >/dev/null 2>&1); rm -rf "$pg_folder"; }
}
