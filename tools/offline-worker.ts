/**
 * Builds the service worker into the client's folder as /sw.js, with the list of what it keeps written into it: so it
 * changes whenever the client does. A plugin of the client's build.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const SCRIPT = resolve(import.meta.dirname, '../client/offline/worker.ts');
/** Kept once it was fetched: it is heavier than all the rest, and phones open the list. */
const HEAVY = 'client/canvas/Canvas.tsx';
/** Scripts, styles, and the typeface of the pages; the others are the canvas's. */
const KEPT = /\.(js|css)$|\/favicon-|\/IBMPlexSans-(Medium|Bold|MediumItalic)-/;
/** tldraw brings words of fifty languages and pictures of sites that a board embeds: no page of ours asks for them. */
const NEVER_ASKED = /\.png$|\/(?!es-|en-|languages-|main-)[\w-]+\.json$/;

export const offlineWorker = (): Plugin => ({
  name: 'offline-worker',
  // After the plugin that writes the page.
  enforce: 'post',
  async generateBundle(_options, bundle) {
    const outputs = Object.values(bundle).filter(({ fileName }) => fileName.startsWith('assets/'));
    const heavy = new Set(outputs.filter(isHeavy).flatMap((one) => [one.fileName, ...stylesOf(one)]));
    const isKept = ({ fileName }: Output): boolean => KEPT.test(fileName) && !heavy.has(fileName);
    const files = pathsOf(outputs.filter(isKept));
    const others = pathsOf(outputs.filter((one) => !isKept(one))).filter((path) => !NEVER_ASKED.test(path));
    const page = bundle['index.html'];
    const hash = createHash('sha256').update(`${files}${others}`);
    hash.update(page?.type === 'asset' ? page.source : '');
    const name = `tempano-${hash.digest('hex').slice(0, 16)}`;
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: await scriptOf({ name, files, others }) });
  },
});

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

const isHeavy = (output: Output): boolean => output.type === 'chunk' && output.facadeModuleId?.endsWith(HEAVY) === true;

const stylesOf = (output: Output): readonly string[] =>
  output.type === 'chunk' ? [...(output.viteMetadata?.importedCss ?? [])] : [];

const pathsOf = (outputs: readonly Output[]): string[] => outputs.map(({ fileName }) => `/${fileName}`).sort();

/** What client/offline/worker.ts knows as BUILT. */
async function scriptOf(built: object): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'warn',
    define: { BUILT: JSON.stringify(built) },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: SCRIPT, formats: ['iife'], name: 'worker', fileName: 'sw' },
    },
  });
  const [output] = Array.isArray(outputs) ? outputs : [outputs];
  const script = output && 'output' in output ? output.output[0] : undefined;
  if (script?.type !== 'chunk') throw new Error('the service worker could not be built');
  return script.code;
}
