/** Puts the server together and takes it apart: database, rooms, relay, web. Knows no environment and prints nothing. */
import type { IncomingMessage, Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { english } from '../shared/template/english.ts';
import { learnEnglish } from '../shared/template/learnt.ts';
import { systemClock } from './clock.ts';
import { createAdmission } from './commands/admission.ts';
import type { Context } from './commands/context.ts';
import { createCohort } from './commands/create-cohort.ts';
import { createDesk } from './commands/desk.ts';
import { keepSettled } from './commands/keep-settled.ts';
import { keepTally } from './commands/tally.ts';
import { keepAnswered } from './commands/tally-answers.ts';
import { createTurns } from './commands/turns.ts';
import type { Config } from './config.ts';
import { planRehearsal } from './demo/rehearsal.ts';
import { addressOfRequest, isRequestFromThisMachine } from './http/address.ts';
import { showSecrets } from './http/handed-out.ts';
import { createListener, HTTP_LIMITS } from './http/listener.ts';
import { createRequestLimits } from './http/request-limits.ts';
import { createWeb } from './http/web.ts';
import { createSparingLog, type SparingLog } from './sparing-log.ts';
import { createBoardStorage } from './storage/board-storage.ts';
import { closeDatabase, type Database, makeDataFolder } from './storage/database.ts';
import { lockFolder } from './storage/folder-lock.ts';
import { openSoundDatabase } from './storage/open-file.ts';
import { openRegistry } from './storage/registry.ts';
import type { Log, RelayRooms } from './sync/ports.ts';
import { createRooms } from './sync/rooms.ts';
import { createTrials } from './trials/trials.ts';
import { attachRelay } from './ws/relay.ts';

export interface App {
  /** The one it listens on, also when the configuration said 0. */
  readonly port: number;
  /** Makes a rehearsal cohort and gives back its links. */
  rehearse(): Promise<ReturnType<typeof showSecrets>>;
  /** Stops accepting, makes everything durable, says goodbye (1001). May be called twice. */
  close(): Promise<void>;
}

/** Whoever runs the server asked for each line of these (`LOG_LEVEL=debug`), or needs each: what is lost is named one by one. */
const LOGGED_ONE_BY_ONE = new Set([
  'request',
  'damaged-record',
  'damaged-record-not-moved',
  'records-lost',
  'records-unreadable',
]);

const CLIENT_FOLDER = fileURLToPath(new URL('../dist/client', import.meta.url));

/** Resolves when it accepts connections. Rejects when the data folder or the port cannot be used (`code`: EADDRINUSE …). */
export async function startApp(config: Config, log: Log): Promise<App> {
  learnEnglish(english);
  makeDataFolder(config.dataDir);
  const unlock = lockFolder(config.dataDir);
  let database: Database | null = null;
  const sparing = createSparingLog(log, systemClock, LOGGED_ONE_BY_ONE);
  try {
    // What is damaged is named once, at the start, board by board: none of that is spared.
    database = openSoundDatabase(config.dataDir, log, systemClock.now);
    return await assemble(config, sparing, database, unlock);
  } catch (cause) {
    sparing.end();
    if (database !== null) closeDatabase(database);
    unlock();
    throw cause;
  }
}

async function assemble(config: Config, sparing: SparingLog, database: Database, unlock: () => void): Promise<App> {
  const { log } = sparing;
  const registry = openRegistry(database);
  const storage = createBoardStorage(config.dataDir, database, log);
  const limits = { graceMs: config.roomGraceMs };
  const trials = createTrials(systemClock, log);
  const rooms = createRooms({ storage, clock: systemClock, trials, log, limits });
  const now = systemClock.now;
  const desk = createDesk(systemClock, log);
  const context: Context = { registry, rooms, turns: createTurns(), desk, now, log };
  const server = webServer(config, context, rooms);
  const stopTally = keepTally(context, systemClock);
  const stopAnswered = keepAnswered(context);
  const stopSettled = keepSettled(context);
  const relay = attachRelay({
    httpServer: server,
    rooms,
    admission: createAdmission(context),
    addressOf: (request) => addressKey(request, config),
    allowedOrigins: config.allowedOrigins,
    log,
    clock: systemClock,
  });
  const port = await listen(server, config);
  const close = async (): Promise<void> => {
    // First of all: what follows may be cut short.
    sparing.end();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    rooms.stopListening();
    await desk.close();
    await stopTally();
    await stopAnswered();
    await stopSettled();
    await rooms.close();
    await trials.close();
    await relay.close();
    server.closeAllConnections();
    await closed;
    await storage.close();
    closeDatabase(database);
    unlock();
  };
  let closing: Promise<void> | null = null;
  return {
    port,
    rehearse: () => rehearse(context, config.publicUrl ?? `http://localhost:${port}`),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** Scripts on the server's own machine are not counted by address, as with cohorts. */
const addressKey = (request: IncomingMessage, config: Config): string | null =>
  isRequestFromThisMachine(request) ? null : addressOfRequest(request, config);

function webServer(config: Config, context: Context, rooms: RelayRooms): Server {
  const { publicUrl, allowedOrigins, trustedProxies } = config;
  const web = createWeb({
    context,
    settings: { publicUrl, allowedOrigins, trustedProxies, logRequests: config.logLevel === 'debug' },
    limits: createRequestLimits(context.now, config.cohortsPerHour),
    health: () => rooms.health(),
    rehearsal: planRehearsal,
    clientFolder: CLIENT_FOLDER,
  });
  return createListener(web);
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: HTTP_LIMITS.queue }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function rehearse(context: Context, base: string): Promise<ReturnType<typeof showSecrets>> {
  const { handedOut } = createCohort(context, planRehearsal('es'));
  return showSecrets(base, handedOut);
}
