// Sass and TypeScript in, plain files in ../wwwroot out. Fonts get their hash in the name, pages add a version to the rest.
import { cp, rm } from "node:fs/promises";
import * as esbuild from "esbuild";
import * as sass from "sass";

const out = "../wwwroot";

/** Compiles Sass for esbuild, which then bundles the fonts the style sheets name. */
const styles = {
  name: "styles",
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path }) => {
      const { css, loadedUrls } = sass.compile(path, {
        loadPaths: ["node_modules"],
        quietDeps: true,
        silenceDeprecations: ["import"],
      });
      return { contents: css, loader: "css", watchFiles: loadedUrls.map((url) => url.pathname) };
    });
  },
};

const options = {
  entryPoints: ["styles/app.scss", "styles/public.scss", "styles/paper.scss", "scripts/app.ts"],
  entryNames: "[name]",
  outdir: out,
  bundle: true,
  minify: true,
  target: ["chrome90", "firefox90", "safari14"],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]-[hash]",
  plugins: [styles],
  logLevel: "warning",
};

await rm(out, { recursive: true, force: true });
await cp("static", out, { recursive: true });
if (process.argv.includes("--watch")) {
  await (await esbuild.context(options)).watch();
} else {
  await esbuild.build(options);
}
