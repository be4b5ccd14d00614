const REFRESH = `  if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications; fi
  if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true; fi`

/** What dpkg runs before and after. None of these looks into anybody's home: what belongs to operators stays theirs. */
export const MAINTAINER_SCRIPTS: Readonly<Record<string, string>> = {
  postinst: `#!/bin/sh
set -e
if [ "$1" = configure ]; then
  # without this owner and mode Chromium cannot start its sandbox where user namespaces are forbidden
  chown root:root /opt/Adjutant/chrome-sandbox
  chmod 4755 /opt/Adjutant/chrome-sandbox
${REFRESH}
fi
`,
  prerm: `#!/bin/sh
set -e
# one that went on without its files would fail in odd places; it ends as by Quit, its journal closed
if [ "$1" = remove ]; then
  for link in /proc/[0-9]*/exe; do
    [ "$(readlink "$link" 2>/dev/null)" = /opt/Adjutant/adjutant ] || continue
    process=\${link%/exe}
    if ! tr '\\0' ' ' <"$process/cmdline" | grep -q -e ' --type='; then kill -TERM "\${process#/proc/}" || true; fi
  done
fi
`,
  postrm: `#!/bin/sh
set -e
if [ "$1" = remove ] || [ "$1" = purge ]; then
${REFRESH}
fi
`,
}
