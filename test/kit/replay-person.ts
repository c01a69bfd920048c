/** One person of the call: a seat and the devices that are switched on. Knows how to come and go, not what for. */
import type * as Y from 'yjs';
import { encodeStateAsUpdate } from 'yjs';
import { connectionAnswer, type SessionAnswer } from '../../shared/api.ts';
import type { BoardId, OrgId, PersonId } from '../../shared/ids.ts';
import { type Line, openLine } from './replay-line.ts';
import type { Wiretap } from './replay-wiretap.ts';
import { boardOf, join, ok, type RunningApp, until } from './running-app.ts';

const PLACES = ['own', 'group', 'cohort'] as const;
type Place = (typeof PLACES)[number];

/** A laptop or phone with the boards its person opened. */
export class Device {
  readonly lines = new Map<Place, Line>();
  on = true;

  line(place: Place): Line {
    const line = this.lines.get(place);
    if (!line) throw new Error(`nobody opened ${place} here`);
    return line;
  }
  get own(): Line {
    return this.line('own');
  }
  get group(): Line {
    return this.line('group');
  }
  /** What stays on the device when the power goes. */
  save(): Map<Place, Uint8Array> {
    return new Map([...this.lines].map(([place, { doc }]) => [place, encodeStateAsUpdate(doc)]));
  }
  goOffline(): void {
    for (const { provider } of this.lines.values()) provider.disconnect();
  }
  goOnline(): void {
    for (const { provider } of this.lines.values()) provider.connect();
  }
  close(): void {
    this.on = false;
    for (const line of this.lines.values()) line.close();
    this.lines.clear();
  }
}

export class Person {
  readonly part: string;
  readonly name: string;
  readonly devices: Device[] = [];
  readonly #link: string;
  readonly #organisation: OrgId | null;
  #seat: SessionAnswer | null = null;
  #turn = 0;

  constructor(part: string, name: string, link: string, organisation: OrgId | null) {
    this.part = part;
    this.name = name;
    this.#link = link;
    this.#organisation = organisation;
  }

  get isHere(): boolean {
    return this.devices.length > 0;
  }
  get seat(): SessionAnswer {
    if (!this.#seat) throw new Error(`${this.part} has not joined yet`);
    return this.#seat;
  }
  get id(): PersonId {
    return this.seat.person.id;
  }

  /** One of the devices, each in its turn. */
  device(): Device {
    const device = this.devices[this.#turn++ % this.devices.length];
    if (!device) throw new Error(`${this.part} is not here`);
    return device;
  }

  /** Comes by the link, as for the first time. */
  async join(app: RunningApp): Promise<SessionAnswer> {
    this.#seat = await join(app, this.#link, this.name, this.#organisation);
    return this.#seat;
  }

  /** Switches a device on and opens what this person works with; nothing is waited for but the credentials. */
  async open(app: RunningApp, tap: Wiretap, saved: ReadonlyMap<Place, Uint8Array> = new Map()): Promise<Device> {
    const { token, cohort } = this.seat;
    const device = new Device();
    const rooms: [Place, BoardId][] = [
      ['group', await boardOf(app, token, 'group-iceberg')],
      ['cohort', cohort.id],
    ];
    if (this.#organisation) rooms.unshift(['own', await boardOf(app, token, 'iceberg', this.#organisation)]);
    for (const [place, room] of rooms) {
      const credentials = ok(await app.ask('POST', `/api/boards/${room}/connection`, { token }), connectionAnswer);
      const line = openLine(credentials, tap, saved.get(place) ?? null);
      device.lines.set(place, line);
      if (place !== 'cohort') line.present(this.seat.person);
    }
    this.devices.push(device);
    return device;
  }

  /** Everything this person has goes dark. */
  leave(): void {
    for (const device of this.devices.splice(0)) device.close();
  }
}

/** The document of a board, once it has arrived on this device. */
export async function loaded(line: Line, what: string): Promise<Y.Doc> {
  await until(() => line.loaded, `${what} to arrive`);
  return line.doc;
}
