/** Hocuspocus on PORT with its sqlite extension in FOLDER, all settings as they come. Knows nothing of what is measured. */
import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const { PORT, FOLDER } = process.env;
const server = new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: join(FOLDER, 'boards.sqlite') })],
});
await server.listen();
