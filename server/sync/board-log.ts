/**
 * A board in memory as storage has it: a state and the updates after it, with just enough knowledge to judge the next
 * update and to answer newcomers. Builds no document: what needs one (board-document.ts) is told what comes.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { type AnswerSource, Answers } from './answers.ts';
import { isComplete } from './completeness.ts';
import { Crowding } from './crowding.ts';
import { type DecodedUpdate, decodeUpdate, encodeUpdate, endOf, entriesIn, newClients } from './decoded-update.ts';
import { Deletes } from './deletes.ts';
import { Effort } from './effort.ts';
import type { Judge, Offered } from './judge.ts';
import type { Passage } from './passage.ts';
import type { Compacted, StoredBoard, StoredSnapshot } from './ports.ts';
import { judgeUpdate } from './update-check.ts';
import { partsOf } from './update-parts.ts';

export interface LogOptions {
  /** Root names updates may touch, or null for any. */
  readonly roots: ReadonlySet<string> | null;
  /** Keys of root maps a board may have. */
  readonly maxEntries: number;
  /** Items that may claim one place. */
  readonly maxCrowd: number;
  /** Structs, deleted stretches and members of values in one update. */
  readonly maxParts: number;
  /** The same of the whole board. */
  readonly maxBoardParts: number;
}

/** Clients that ever wrote on a board: each window that is opened is one. */
const MOST_CLIENTS = 10_000;

export class BoardLog {
  readonly #options: LogOptions;
  /** Made with the first update from outside. */
  #crowding: Crowding | null = null;
  #effort: Effort | null = null;
  readonly #answers = new Answers();
  /** Names of roots that updates from outside have touched. */
  #roots: Set<string> | null = null;
  /** Where each client's writing ends; read from the base when the first update needs it. */
  #ends: Map<number, number> | null = null;
  #entries = 0;
  /** Made when somebody asks for it first, kept up from then on. */
  #deletes: Deletes | null = null;
  #base: StoredSnapshot | null;
  /** Stored records that are in the base. */
  #inBase = 0;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  /** Stored records that build on a lost one; they find their place when a client brings that back. */
  #waiting: Uint8Array[] = [];
  #unreadable = 0;
  /** Counted when a large board is written to; null while nobody needs to know. */
  #parts: number | null = null;

  constructor(stored: Pick<StoredBoard, 'snapshot' | 'updates'>, options: LogOptions) {
    this.#options = options;
    this.#base = stored.snapshot;
    this.#entries = stored.snapshot?.entries ?? 0;
    for (const update of stored.updates) this.#restore(update);
    this.#placeWaiting();
  }

  /** Something stored has no place yet. */
  get isWounded(): boolean {
    return this.#waiting.length > 0;
  }

  /** Stored records Yjs cannot read. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** What the board takes in memory and on disk, in bytes. */
  get bytes(): number {
    return (this.#base?.bytes.length ?? 0) + this.#tailBytes;
  }

  get tailBytes(): number {
    return this.#tailBytes;
  }

  /** Stored records after the last snapshot in storage. */
  get records(): number {
    return this.#inBase + this.#tail.length + this.#waiting.length;
  }

  /** How many clients ever wrote. */
  get clients(): number {
    return this.#ends?.size ?? (this.#base === null ? 0 : clientsIn(this.#base.stateVector));
  }

  stateVector(): Uint8Array {
    if (this.#tail.length === 0 && this.#base !== null) return this.#base.stateVector;
    return Y.encodeStateVector(this.#clocks());
  }

  /** Everything the board holds, in an order in which it can be applied. */
  updates(): readonly Uint8Array[] {
    return this.#base === null ? this.#tail : [this.#base.bytes, ...this.#tail];
  }

  /** Takes an update from outside. */
  offer(update: Uint8Array, judge: Judge): Offered {
    const { roots: allowedRoots, maxEntries, maxCrowd, maxParts } = this.#options;
    if (partsOf(update, maxParts) > maxParts) return { kind: 'refused', why: 'too-many-parts' };
    const decoded = decodeUpdate(update);
    if (decoded === null) return { kind: 'refused', why: 'undecodable' };
    const clocks = this.#clocks();
    const clockOf = (client: number): number => clocks.get(client) ?? 0;
    if (!isComplete(decoded, clockOf)) return { kind: 'incomplete' };
    const clients = newClients(decoded, clockOf);
    if (!clients.every((client) => judge.mayWriteAs(client))) return { kind: 'incomplete' };
    if (this.#hasTooManyClients(decoded)) return { kind: 'too-many' };
    this.#crowding ??= new Crowding(maxCrowd);
    const crowding = judge.wasTried ? null : this.#crowding;
    const levelOf = (id: Y.ID): number => judge.levelOf(id);
    this.#roots ??= new Set();
    const known = { roots: this.#roots, allowedRoots, crowding, clockOf, levelOf };
    const judgement = judgeUpdate(decoded, known);
    if (!judgement.ok) return { kind: 'refused', why: judgement.why };
    if (judgement.entries > 0 && this.#entries + judgement.entries > maxEntries) return { kind: 'too-many' };
    const news = this.#newIn(update, decoded);
    if (news === null) return { kind: 'known' };
    if (this.#isTooMuch(news.update)) return { kind: 'too-many' };
    this.#effort ??= new Effort();
    const steps = this.#effort.of(
      { structs: decoded.structs, deletes: news.deletes, clockOf },
      this.bytes,
      judge.shape,
    );
    const toTry = { update: news.update, clients: new Set(clients) };
    if (!judge.trusts(toTry, steps)) return { kind: 'untried', news: toTry };
    for (const root of judgement.roots) this.#roots.add(root);
    this.#entries += judgement.entries;
    this.#add(news.update, decoded);
    this.#answers.wasWritten(news.update, this.#tail);
    return { kind: 'taken', store: news.update, send: [news.update, ...this.#placeWaiting()], by: toTry.clients };
  }

  /** Takes an update the server made itself. */
  take(update: Uint8Array): void {
    const decoded = decodeUpdate(update);
    if (decoded !== null) this.#add(update, decoded);
  }

  /** From now on newcomers get this state instead of what it was made from. `bytes` holds all that is in the log. */
  rebase(base: StoredSnapshot): void {
    this.#inBase += this.#tail.length;
    this.#base = base;
    this.#tail = [];
    this.#tailBytes = 0;
    this.#parts = null;
    this.#answers.forget();
  }

  /** Storage has folded its records: the base can be that, unless this one is newer. */
  compacted({ snapshot, records }: Compacted): void {
    const ofTail = records - this.#inBase;
    if (ofTail < 0) {
      this.#inBase -= records;
      return;
    }
    this.#inBase = 0;
    this.#base = snapshot;
    for (const update of this.#tail.splice(0, ofTail)) this.#tailBytes -= update.length;
    if (this.#tail.length === 0) this.#entries = snapshot.entries;
    this.#parts = null;
    this.#answers.forget();
  }

  /** What somebody with this state vector misses, and perhaps more: at least one update, to be applied in this order. */
  answer(stateVector: Uint8Array): readonly Passage[] {
    return this.#answers.to(stateVector, this.#source());
  }

  /** The same for whoever was answered before and has been sent everything since. */
  answerListener(stateVector: Uint8Array): readonly Passage[] {
    return this.#answers.toListener(stateVector, this.#source());
  }

  #source(): AnswerSource {
    return { base: this.#base, tail: this.#tail, clocks: () => this.#clocks() };
  }

  #clocks(): Map<number, number> {
    this.#ends ??= this.#base === null ? new Map() : Y.decodeStateVector(this.#base.stateVector);
    return this.#ends;
  }

  /** Whoever follows the board says of each how far it knows it. */
  #hasTooManyClients({ structs }: DecodedUpdate): boolean {
    const clocks = this.#clocks();
    let clients = clocks.size;
    for (const client of structs.keys()) if (!clocks.has(client)) clients += 1;
    return clients > clocks.size && clients > MOST_CLIENTS;
  }

  /** A part takes a byte at least: small boards need no count. */
  #isTooMuch(news: Uint8Array): boolean {
    const { maxBoardParts } = this.#options;
    if (this.bytes + news.length <= maxBoardParts) return false;
    this.#parts ??= this.updates().reduce((sum, update) => sum + partsOf(update, maxBoardParts), 0);
    return this.#parts + partsOf(news, maxBoardParts) > maxBoardParts;
  }

  #restore(update: Uint8Array): void {
    const decoded = decodeUpdate(update);
    if (decoded === null) {
      this.#unreadable += 1;
    } else if (isComplete(decoded, (client) => this.#clocks().get(client) ?? 0)) {
      this.#entries += entriesIn(decoded);
      this.#add(update, decoded);
    } else {
      this.#waiting.push(update);
    }
  }

  /** Returns the records that found their place. */
  #placeWaiting(): Uint8Array[] {
    const placed: Uint8Array[] = [];
    for (let before = -1; this.#waiting.length > 0 && before !== placed.length; ) {
      before = placed.length;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const update of waiting) {
        const tail = this.#tail.length;
        this.#restore(update);
        if (this.#tail.length > tail) placed.push(update);
      }
    }
    return placed;
  }

  #add(update: Uint8Array, decoded: DecodedUpdate): void {
    const clocks = this.#clocks();
    for (const [client, run] of decoded.structs) {
      const end = endOf(run);
      if (end > (clocks.get(client) ?? 0)) clocks.set(client, end);
    }
    this.#deletes?.add(decoded.deletes);
    this.#tail.push(update);
    this.#tailBytes += update.length;
    if (this.#parts !== null) this.#parts += partsOf(update, this.#options.maxBoardParts);
    this.#answers.changed();
  }

  /** The update without what is there already; null when nothing is left. */
  #newIn(update: Uint8Array, decoded: DecodedUpdate): (Pick<DecodedUpdate, 'deletes'> & { update: Uint8Array }) | null {
    let fresh = false;
    let known = false;
    const clocks = this.#clocks();
    for (const [client, run] of decoded.structs) {
      const clock = clocks.get(client) ?? 0;
      if (endOf(run) > clock) fresh = true;
      if ((run[0]?.id.clock ?? 0) < clock) known = true;
    }
    if (fresh && !known && isSmall(decoded)) return { update, deletes: decoded.deletes };
    const deletes = this.#knownDeletes().missing(decoded.deletes);
    if (!fresh && deletes.size === 0) return null;
    const isWhole = !known && isSmall(decoded);
    return { update: isWhole ? update : encodeUpdate(decoded.structs, clocks, deletes), deletes };
  }

  #knownDeletes(): Deletes {
    if (this.#deletes !== null) return this.#deletes;
    const deletes = new Deletes();
    for (const update of [...(this.#base === null ? [] : [this.#base.deletes]), ...this.#tail]) {
      const decoded = decodeUpdate(update);
      if (decoded !== null) deletes.add(decoded.deletes);
    }
    this.#deletes = deletes;
    return deletes;
  }
}

/** A state vector begins with how many clients are in it. */
const clientsIn = (stateVector: Uint8Array): number => decoding.readVarUint(decoding.createDecoder(stateVector));

/** An update with more deleted stretches than this is looked through for what is new. */
const MANY_RANGES = 32;

const isSmall = ({ deletes }: DecodedUpdate): boolean =>
  [...deletes.values()].reduce((sum, ranges) => sum + ranges.length, 0) <= MANY_RANGES;
