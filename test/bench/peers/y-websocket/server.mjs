/**
 * The stock y-websocket server on PORT, as its own start script runs it; with FOLDER it keeps boards in leveldb, wired
 * as its documentation says. Knows nothing of what is measured.
 */
import { createServer } from 'node:http';
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils';
import WebSocket from 'ws';
import { LeveldbPersistence } from 'y-leveldb';
import * as Y from 'yjs';

const { PORT, FOLDER } = process.env;

if (FOLDER) {
  const store = new LeveldbPersistence(FOLDER);
  setPersistence({
    provider: store,
    bindState: async (name, doc) => {
      const persisted = await store.getYDoc(name);
      void store.storeUpdate(name, Y.encodeStateAsUpdate(doc));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(persisted));
      doc.on('update', (update) => void store.storeUpdate(name, update));
    },
    writeState: async () => undefined,
  });
}

const server = createServer((_request, response) => response.end('okay'));
const sockets = new WebSocket.Server({ noServer: true });
sockets.on('connection', setupWSConnection);
server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (connection) => sockets.emit('connection', connection, request)),
);
server.listen(Number(PORT), '127.0.0.1');
