/** Starts the server: reads the settings, says what happens in plain words, stops when asked. Everything else is the app's. */
import { parseArgs } from 'node:util';
import { watchParents } from './app/parent-watch.ts';
import { endWithin } from './app/sure-end.ts';
import { type App, startApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { stdoutLog } from './log.ts';

/** After this the process ends whatever is still open: what was acknowledged is on the disk. */
const LONGEST_STOP_MS = 4_500;

const say = (line: string): void => console.log(line);

/** Ends the process with one sentence in each language. */
function giveUp(es: string, en: string): never {
  console.error(`${es}\n${en}`);
  process.exit(1);
}

function settings(): { config: Config; demo: boolean } {
  const config = readConfig(process.env);
  if (!config.ok) {
    const { variable, expected } = config;
    giveUp(
      `La variable ${variable} no tiene un valor que sirva. Se espera, por ejemplo: ${expected}`,
      `The variable ${variable} has no valid value. Expected, for example: ${expected}`,
    );
  }
  try {
    const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
    return { config: config.config, demo: values.demo };
  } catch {
    // parseArgs throws on options it does not know.
    giveUp('Opción desconocida. Solo existe --demo.', 'Unknown option. There is only --demo.');
  }
}

function explain(error: unknown, { port, host, dataDir }: Config): never {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    giveUp(
      `El puerto ${port} está ocupado por otro programa. Ciérralo, o usa otro puerto: PORT=${port + 1} npm start`,
      `Port ${port} is in use by another program. Close it, or use another port: PORT=${port + 1} npm start`,
    );
  const listening = error instanceof Error && 'syscall' in error && error.syscall === 'listen';
  if (code === 'EACCES' && listening)
    giveUp(
      `No hay permiso para usar el puerto ${port}. Prueba con otro: PORT=3000 npm start`,
      `There is no permission to use port ${port}. Try another: PORT=3000 npm start`,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    giveUp(`Esta máquina no tiene la dirección HOST=${host}.`, `This machine has no address HOST=${host}.`);
  if (code === 'FOLDER_IN_USE')
    giveUp(
      `Otro servidor de Témpano ya usa la carpeta de datos ${dataDir}. Ciérralo, o usa otra carpeta con DATA_DIR.`,
      `Another Témpano server already uses the data folder ${dataDir}. Close it, or use another folder with DATA_DIR.`,
    );
  const why = error instanceof Error ? error.message : 'unknown';
  giveUp(
    `No se puede usar la carpeta de datos ${dataDir} (DATA_DIR): ${why}`,
    `The data folder ${dataDir} (DATA_DIR) cannot be used: ${why}`,
  );
}

function stopWhenAsked(app: App): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('Témpano se está cerrando…');
    endWithin(LONGEST_STOP_MS);
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', stop);
  if (process.env.npm_lifecycle_event !== undefined) watchParents(stop);
}

async function main(): Promise<void> {
  const { config, demo } = settings();
  say(`Témpano arranca… datos en ${config.dataDir}`);
  const log = config.logLevel === 'silent' ? () => undefined : stdoutLog;
  const app = await startApp(config, log).catch((error: unknown) => explain(error, config));
  stopWhenAsked(app);
  if (demo) {
    const { links, code } = await app.rehearse();
    say(`Ensayo:\n  facilitar  ${links.facilitation}\n  unirse     ${links.participation}   (código ${code})`);
    say(`  observar   ${links.viewing}`);
  }
  say(`Témpano está listo: ${config.publicUrl ?? `http://localhost:${app.port}`}`);
}

await main();
