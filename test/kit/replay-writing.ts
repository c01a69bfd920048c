/** People come and write their notes, letter group by letter group. Knows the script's notes; what disturbs them is elsewhere. */
import { addNotes, noteAt, noteTextAt, readNotes, tagNotes } from '../../shared/board/notes.ts';
import { type NoteId, newNoteId } from '../../shared/ids.ts';
import { freeSlot } from '../../shared/template/slots.ts';
import type { ScriptedNote } from './replay-call.ts';
import type { Course } from './replay-course.ts';
import { type Device, loaded, type Person } from './replay-person.ts';
import type { Stage } from './replay-stage.ts';
import { until } from './running-app.ts';

/** Seconds after which somebody who could not do something tries again. */
export const AGAIN = 20;
const LETTERS_AT_ONCE = 16;

export async function* arrive(stage: Stage, person: Person): Course {
  await stage.join(person);
  yield 5;
  await stage.open(person);
}

export async function* writeNote(stage: Stage, note: ScriptedNote): Course {
  const author = stage.person(note.author);
  while (!author.isHere) yield AGAIN;
  const at = new Desk(author);
  const id = newNoteId();
  await begin(at, id, note);
  for (const letters of lettersOf(note.text)) {
    yield 2;
    while (!author.isHere) yield AGAIN;
    await at.type(id, letters);
  }
  yield 2;
  // A note that somebody deleted meanwhile is not on the screen: its tag waits until it is back.
  while (!author.isHere || noteAt(at.doc, id) === null) yield AGAIN;
  tagNotes(at.writer, [id], note.tag);
  at.device.own.present(at.person);
  stage.written.set(note.id, { note, id });
}

/** The device on which a person writes a note: the same one until its power goes. */
class Desk {
  readonly #person: Person;
  #device: Device;

  constructor(person: Person) {
    this.#person = person;
    this.#device = person.device();
  }
  get device(): Device {
    if (!this.#device.on) this.#device = this.#person.device();
    return this.#device;
  }
  get doc() {
    return this.device.own.doc;
  }
  get person() {
    return this.#person.seat.person;
  }
  get writer() {
    return { doc: this.doc, origin: this.#person.part };
  }
  async type(id: NoteId, letters: string): Promise<void> {
    await until(() => noteTextAt(this.doc, id) !== null, 'a note to be on the screen of its author');
    const text = noteTextAt(this.doc, id);
    const { doc, origin } = this.writer;
    doc.transact(() => text?.insert(text.length, letters), origin);
  }
}

async function begin(at: Desk, id: NoteId, note: ScriptedNote): Promise<void> {
  const { own } = at.device;
  const taken = readNotes(await loaded(own, 'an iceberg')).map(({ pos }) => pos);
  const { id: author, name, organisation } = at.person;
  const pos = freeSlot('iceberg', note.layer, taken);
  addNotes(at.writer, [{ id, pos, author, organisation, private: !note.share, createdAt: note.atSec * 1000 }]);
  own.present({ id: author, name }, `note:${id}`);
}

/** Never half an emoji. */
function lettersOf(text: string): string[] {
  const letters = [...text];
  const groups: string[] = [];
  for (let i = 0; i < letters.length; i += LETTERS_AT_ONCE) groups.push(letters.slice(i, i + LETTERS_AT_ONCE).join(''));
  return groups;
}
