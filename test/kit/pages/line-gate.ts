/** Stands between one window and the relay: lets a board's connections through, or ends them as a server would. */
import type { BrowserContext, WebSocketRoute } from 'playwright-core';
import type { BoardId } from '../../../shared/ids.ts';

export interface LineGate {
  /** Ends the connections there are and every new one in this way. */
  refuse(code: number, reason: string): Promise<void>;
  /** From now on connections pass again. */
  open(): void;
}

export async function gateOf(context: BrowserContext, board: BoardId): Promise<LineGate> {
  let refusal: { code: number; reason: string } | null = null;
  const passing = new Set<WebSocketRoute>();
  await context.routeWebSocket(new RegExp(`/sync/${board}$`), (line) => {
    if (refusal) {
      void line.close(refusal);
      return;
    }
    line.connectToServer();
    passing.add(line);
  });
  return {
    async refuse(code, reason) {
      refusal = { code, reason };
      for (const line of passing) await line.close(refusal);
      passing.clear();
    },
    open() {
      refusal = null;
    },
  };
}
