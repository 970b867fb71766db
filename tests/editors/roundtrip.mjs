// Sends texts through the rich-text editors of Decap CMS and Sveltia CMS, as opening and saving
// them there does.
//
// Standard input: a JSON list of texts. Standard output: {"decap": […], "sveltia": […]}, each
// with the texts as that editor writes them.
//
// The code of the editors is that of their npm packages. Decap publishes its serialisers as
// modules; what they need of the user interface (the list of registered components, which is
// empty) is replaced. Sveltia publishes one bundle and its source map: the modules of the editor
// are taken out of the map, the highlighting of code is replaced, and they run on Lexical itself,
// in the release that the bundle contains.

import { readFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const made = join(here, 'node_modules', '.made');
mkdirSync(made, { recursive: true });

/** Bundles an entry for Node, so that its imports need no browser. */
const bundle = async (name, contents, plugins) => {
  const outfile = join(made, `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    plugins,
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return import(pathToFileURL(outfile));
};

/** Decap: `markdownToSlate` when a text is opened, `slateToMarkdown` when it is saved. */
const decap = async () => {
  const without_interface = {
    name: 'without-interface',
    setup(run) {
      run.onResolve({ filter: /MarkdownControl$|^react(-dom\/server)?$/ }, () => ({ path: 'none', namespace: 'none' }));
      run.onLoad({ filter: /.*/, namespace: 'none' }, () => ({
        contents:
          'const none = { map: () => none, filter: () => none, reduce: (_, start) => start, some: () => false, find: () => undefined, forEach() {}, toArray: () => [], get: () => undefined, [Symbol.iterator]: function* () {} };' +
          'export const getEditorComponents = () => none; export const getEditorControl = () => null;' +
          'export const renderToString = () => ""; export const createElement = () => null; export default {};',
      }));
    },
  };
  const { markdownToSlate, slateToMarkdown } = await bundle(
    'decap',
    "export { markdownToSlate, slateToMarkdown } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';",
    [without_interface],
  );
  return (text) => slateToMarkdown(markdownToSlate(text));
};

/** Sveltia: `convertMarkdownToLexical` when a text is opened, `onEditorUpdate` when it changes. */
const sveltia = async () => {
  const map = JSON.parse(
    readFileSync(join(here, 'node_modules/@sveltia/cms/dist/sveltia-cms.mjs.map'), 'utf8'),
  );
  const folder = '/@sveltia/ui/dist/components/text-editor/';
  const modules = new Map(
    map.sources
      .map((path, at) => [path.split(folder)[1], map.sourcesContent[at]])
      .filter(([path]) => path?.endsWith('.js')),
  );
  const from_map = {
    name: 'from-map',
    setup(run) {
      run.onResolve({ filter: /^editor:/ }, ({ path }) => ({
        path: path.slice('editor:'.length),
        namespace: 'map',
      }));
      run.onResolve({ filter: /shiki|^@sveltia\/utils/ }, ({ path }) => ({
        path,
        namespace: 'nothing',
      }));
      run.onResolve({ filter: /^\./, namespace: 'map' }, ({ path, importer }) => ({
        path: join(dirname(importer), path),
        namespace: 'map',
      }));
      run.onLoad({ filter: /.*/, namespace: 'map' }, ({ path }) => ({
        contents: modules.get(path),
        resolveDir: here,
      }));
      run.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({
        contents: `const nothing = () => {};
          export { nothing as loadEngine, nothing as loadCodeTheme, nothing as loadCodeLanguage,
            nothing as isPlainLanguage, nothing as normalizeCodeLanguage, nothing as getCodeTheme,
            nothing as observeCodeTheme, nothing as registerCodeHighlighting, nothing as sleep,
            nothing as isURL };
          export const shikiTokenizer = {};`,
      }));
    },
  };
  const editor_code = await bundle(
    'sveltia',
    `export { convertMarkdownToLexical, onEditorUpdate } from 'editor:core.js';
     export { TRANSFORMER_MAP, NODE_MAP } from 'editor:constants.js';
     export { HR } from 'editor:transformers/hr.js';
     export { TABLE } from 'editor:transformers/table.js';
     export { HorizontalRuleNode } from '@lexical/extension';
     export { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
     export { createHeadlessEditor } from '@lexical/headless';`,
    [from_map],
  );
  const {
    convertMarkdownToLexical,
    onEditorUpdate,
    TRANSFORMER_MAP,
    NODE_MAP,
    HR,
    TABLE,
    HorizontalRuleNode,
    TableCellNode,
    TableNode,
    TableRowNode,
    createHeadlessEditor,
  } = editor_code;
  // All buttons, as in the default configuration of a field.
  const transformers = [...new Set(Object.values(TRANSFORMER_MAP).flat()), HR, TABLE];
  const nodes = [
    ...new Set(Object.values(NODE_MAP).flat()),
    HorizontalRuleNode,
    TableCellNode,
    TableNode,
    TableRowNode,
  ];
  return async (text) => {
    const editor = createHeadlessEditor({
      nodes,
      onError(error) {
        throw error;
      },
    });
    await convertMarkdownToLexical(editor, text, transformers);
    await new Promise((done) => setTimeout(done));
    let saved;
    const page = { dispatchEvent: (event) => (saved = event.detail.value) };
    const told = { getRootElement: () => page };
    globalThis.CustomEvent ??= class extends Event {
      constructor(name, { detail }) {
        super(name);
        this.detail = detail;
      }
    };
    editor.read(() => onEditorUpdate(told, transformers));
    return saved;
  };
};

const texts = JSON.parse(readFileSync(0, 'utf8'));
const result = {};
for (const [name, open] of [
  ['decap', decap],
  ['sveltia', sveltia],
]) {
  const through = await open();
  result[name] = [];
  for (const text of texts) result[name].push(await through(text));
}
process.stdout.write(JSON.stringify(result));
