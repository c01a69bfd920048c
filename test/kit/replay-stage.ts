/**
 * The cohort in which a call is played: the running server, everybody's part, and what has happened so far. Knows the
 * script by name; what happens when is not decided here.
 */
import type { CreatedCohortAnswer } from '../../shared/api.ts';
import type { BoardId, NoteId, OrgId } from '../../shared/ids.ts';
import type { Call, Incident, ScriptedNote } from './replay-call.ts';
import { areSame, type Line } from './replay-line.ts';
import { Person } from './replay-person.ts';
import { Wiretap } from './replay-wiretap.ts';
import { type Answer, boardOf, createCohort, type RunningApp, startRunningApp, until } from './running-app.ts';

interface Written {
  readonly note: ScriptedNote;
  readonly id: NoteId;
}

export class Stage {
  readonly call: Call;
  readonly app: RunningApp;
  readonly tap = new Wiretap();
  readonly cohort: CreatedCohortAnswer;
  readonly people: ReadonlyMap<string, Person>;
  /** Notes of the script that are on their board, with text and tag. */
  readonly written = new Map<string, Written>();
  /** Texts that are another one than in the script because people edited them together. */
  readonly rewritten = new Map<string, string>();
  readonly settled = new Set<Incident>();
  readonly withdrawn = new Set<string>();
  /** Organisation → the moment (of the wiretap) before which nothing of it was brought. */
  readonly broughtFrom = new Map<string, number>();
  /** Themes that were made, by title. */
  readonly themes = new Set<string>();
  #up: Promise<void> = Promise.resolve();

  private constructor(call: Call, app: RunningApp, cohort: CreatedCohortAnswer) {
    this.call = call;
    this.app = app;
    this.cohort = cohort;
    const { facilitation, participation } = cohort.links;
    this.people = new Map([
      ...call.cohort.facilitators.map(({ id, name }) => [id, new Person(id, name, facilitation, null)] as const),
      ...call.organizations.flatMap((one) =>
        one.people.map(({ id, name }) => [id, new Person(id, name, participation, this.orgOf(one.id))] as const),
      ),
    ]);
  }

  static async open(call: Call): Promise<Stage> {
    const app = await startRunningApp();
    const organisations = call.organizations.map(({ name }) => name);
    const { name, date } = call.cohort;
    return new Stage(call, app, await createCohort(app, { name, date, organisations }));
  }

  /** The id the server gave to an organisation of the script. */
  orgOf(organisation: string): OrgId {
    const order = this.call.organizations.findIndex(({ id }) => id === organisation);
    const found = this.cohort.cohort.organisations.find((one) => one.order === order);
    if (!found) throw new Error(`the cohort has no ${organisation}`);
    return found.id;
  }

  person(part: string): Person {
    const person = this.people.get(part);
    if (!person) throw new Error(`nobody plays ${part}`);
    return person;
  }
  /** The people of an organisation. */
  team(organisation: string): Person[] {
    const people = this.call.organizations.find(({ id }) => id === organisation)?.people ?? [];
    return people.map(({ id }) => this.person(id));
  }
  facilitators(): Person[] {
    return this.call.cohort.facilitators.map(({ id }) => this.person(id));
  }
  iceberg(organisation: string): Promise<BoardId> {
    const [first] = this.team(organisation).filter((one) => one.isHere);
    if (!first) throw new Error(`nobody of ${organisation} is here`);
    return boardOf(this.app, first.seat.token, 'iceberg', this.orgOf(organisation));
  }

  /** All connections to the board of one organisation, to the group iceberg, or to the cohort. */
  ownLines(organisation: string): Line[] {
    return this.team(organisation).flatMap(({ devices }) => devices.map(({ own }) => own));
  }
  sharedLines(place: 'group' | 'cohort'): Line[] {
    return [...this.people.values()].flatMap(({ devices }) => devices.map((device) => device.line(place)));
  }
  agreed(organisation: string): Promise<void> {
    return until(() => areSame(this.ownLines(organisation)), `the screens of ${organisation} to show the same`);
  }
  /** The connections of the others of the same organisation. */
  matesOf(person: Person): Line[] {
    const team = this.call.organizations.map(({ id }) => this.team(id)).find((one) => one.includes(person)) ?? [];
    return team.filter((one) => one !== person).flatMap(({ devices }) => devices.map(({ own }) => own));
  }

  writtenNote(note: string): Written {
    const written = this.written.get(note);
    if (!written) throw new Error(`${note} is not written yet`);
    return written;
  }
  /** What an organisation's people have written so far. */
  writtenIn(organisation: string): Written[] {
    const team = new Set(this.team(organisation).map(({ part }) => part));
    return [...this.written.values()].filter(({ note }) => team.has(note.author));
  }
  textOf(note: ScriptedNote): string {
    return this.rewritten.get(note.id) ?? note.text;
  }

  async ask(person: Person, method: string, path: string, body?: unknown): Promise<Answer> {
    await this.#up;
    return this.app.ask(method, path, { token: person.seat.token, ...(body === undefined ? {} : { body }) });
  }
  async join(person: Person) {
    await this.#up;
    return person.join(this.app);
  }
  async open(person: Person, saved?: Parameters<Person['open']>[2]) {
    await this.#up;
    return person.open(this.app, this.tap, saved);
  }
  /** Goes on in the background: whoever asks the server for something waits for it, nobody else. */
  restart(): void {
    this.#up = this.app.restart();
  }
  async close(): Promise<void> {
    for (const person of this.people.values()) person.leave();
    await this.#up;
    await this.app.close();
  }
}
