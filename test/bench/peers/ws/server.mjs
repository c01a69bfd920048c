/**
 * The least a relay can do, on PORT: every message goes to everybody else of the same path, as it came. No document and
 * no disk. Knows nothing of what is measured.
 */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = createServer((_request, response) => response.end('okay'));
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('error', () => undefined);
  socket.on('message', (message) => {
    for (const other of room) if (other !== socket) other.send(message);
  });
  socket.on('close', () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(url);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
