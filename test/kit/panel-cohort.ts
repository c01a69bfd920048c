/**
 * A cohort as large as the panel is made for: twelve organisations and forty-three people, most of them connected, each in
 * a way of their own. Knows no page and no browser.
 */
import type { CreatedCohortAnswer, SessionAnswer } from '../../shared/api.ts';
import { addNotes } from '../../shared/board/notes.ts';
import { type At, attendanceState, type Device } from '../../shared/cohort/attendance.ts';
import { newNoteId } from '../../shared/ids.ts';
import { boardOf, createCohort, type Follower, follow, join, type RunningApp } from './running-app.ts';

const TWELVE = [
  'Techos de Yagrumo',
  'Casa Abierta del Barrio Obrero',
  'Red de Huertos del Este',
  'Colectiva Marea Alta',
  'Centro Comunitario Buen Vecino',
  'Fundación Semilla de Guayacán',
  'Jóvenes por Culebra',
  'Alianza Salud sin Fronteras',
  'Taller Cantera',
  'Mesa de Vivienda Digna de Ponce',
  'Cooperativa Agua Clara',
  'Iniciativa Comunitaria para el Desarrollo Sostenible de la Montaña',
] as const;
const NAMES = 'Ana Luis Marta José Carmen Iris Noel Ruth Efraín Yara Tomás Ivelisse'.split(' ');
const SURNAMES = 'Colón Soto Rivera Vega'.split(' ');

export interface PanelCohort {
  readonly made: CreatedCohortAnswer;
  readonly facilitator: SessionAnswer;
  readonly people: readonly SessionAnswer[];
  deed(body: object): Promise<unknown>;
  /** Everybody but a few is at the call. */
  connect(): Promise<void>;
  /** `n` notes of the first person of an organisation on its iceberg, one layer after the other. */
  write(organisation: number, n: number): Promise<void>;
  close(): void;
}

/** Seven organisations send four people, five send three. */
export async function panelCohort(app: RunningApp): Promise<PanelCohort> {
  const made = await createCohort(app, { organisations: TWELVE, name: 'Robusteciendo la Justicia Social' });
  const facilitator = await join(app, made.links.facilitation, 'Maribel Ortiz');
  const people: SessionAnswer[] = [];
  for (const [i, { id }] of made.cohort.organisations.entries()) {
    for (let k = 0; k < (i < 7 ? 4 : 3); k += 1)
      people.push(await join(app, made.links.participation, `${NAMES[(i + k * 5) % 12]} ${SURNAMES[k]}`, id));
  }
  const open: Follower[] = [];
  const path = `/api/cohorts/${made.cohort.id}/call`;
  return {
    made,
    facilitator,
    people,
    deed: (body) => app.ask('POST', path, { token: facilitator.token, body }),
    async connect() {
      for (const [i, { token, person }] of people.entries()) {
        if (i % 9 === 8) continue;
        const one = await follow(app, token, made.cohort.id);
        const at: At = i % 5 === 1 ? 'writing' : i % 7 === 3 ? 'away' : 'here';
        const device: Device = i % 3 === 0 ? 'phone' : 'computer';
        const hand = i === 4 || i === 21 ? 1_000_000 + i : null;
        one.provider.awareness.setLocalState(attendanceState({ person: person.id, device, at, hand }));
        open.push(one);
      }
    },
    async write(organisation, n) {
      const { id } = made.cohort.organisations[organisation] ?? {};
      const author = people.find((one) => one.person.organisation === id);
      if (!author || id === undefined) throw new Error(`no organisation ${organisation}`);
      const board = await follow(app, author.token, await boardOf(app, author.token, 'iceberg', id));
      const layers = [300, 900, 1400, 2000];
      addNotes(
        { doc: board.doc, origin: null },
        Array.from({ length: n }, (_, i) => ({
          id: newNoteId(),
          pos: [700 + i * 10, layers[i % 4] ?? 300] as const,
          createdAt: i,
          text: `Nota ${i}`,
          author: author.person.id,
          organisation: id,
        })),
      );
      open.push(board);
    },
    close() {
      for (const one of open.splice(0)) one.close();
    },
  };
}
