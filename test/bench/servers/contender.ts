/** The servers that are compared, by name, and what one of them is to a scenario. Types and names; starts nothing. */
import type { Seat } from '../load/seat.ts';

export const CONTENDERS = ['ours', 'stock', 'stock-leveldb', 'hocuspocus', 'ws'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export const LABELS: Readonly<Record<ContenderName, string>> = {
  ours: 'Témpano',
  stock: 'y-websocket server',
  'stock-leveldb': 'y-websocket + leveldb',
  hocuspocus: 'hocuspocus + sqlite',
  ws: 'bare ws rebroadcast',
};

/** A running server as a scenario uses it. */
export interface Contender {
  readonly name: ContenderName;
  /** Holds documents: answers who asks for the board. */
  readonly answers: boolean;
  /** Boards outlive a restart. */
  readonly durable: boolean;
  readonly pid: number;
  /** Starts the process; resolves with the milliseconds until it was ready. */
  start(): Promise<number>;
  stop(): Promise<void>;
  /** Bytes held after a collection. */
  heldBytes(): Promise<number>;
  /** Makes boards with so many people each; a seat can be taken any number of times. */
  boards(count: number, people: number): Promise<Seat[][]>;
}

export const isContender = (name: string): name is ContenderName => CONTENDERS.some((known) => known === name);
