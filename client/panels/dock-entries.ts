/** Which boards wait in the dock and what of them this viewer may see. Pure of page and network. */
import { type AreaCounts, type BoardEntry, type Cohort, opennessOf } from '../../shared/cohort/document.ts';
import { type Right, rightFor } from '../../shared/cohort/roles.ts';
import type { Me } from '../board/session.ts';

export interface DockEntry {
  readonly board: BoardEntry;
  /** Name of the organisation; with a board per person, also whose it is. */
  readonly name: string;
  readonly acronym: string;
  /** Notes per layer; null when this viewer may not know them. */
  readonly counts: AreaCounts | null;
  /** Right of this viewer in that board: with `write` its notes may be brought. */
  readonly right: Right;
}

/** Icebergs of the organisations in the order of the cohort, those this viewer may bring from first. */
export function dockEntries(cohort: Cohort, me: Me): DockEntry[] {
  const asker = { person: me.id, role: me.role, organisation: me.organisation };
  const entries = cohort.organisations.flatMap((organisation) =>
    cohort.boards
      .filter((board) => board.kind === 'iceberg' && board.organisation === organisation.id)
      .map((board): DockEntry => {
        const right = rightFor(asker, board, opennessOf(cohort));
        const knows = right !== 'none' || me.role === 'facilitator';
        return {
          board,
          name: nameOf(board, organisation.name, cohort),
          acronym: organisation.acronym,
          counts: knows ? (cohort.counts.get(board.id) ?? {}) : null,
          right,
        };
      }),
  );
  return [...entries.filter(mayBring), ...entries.filter((entry) => !mayBring(entry))];
}

const mayBring = (entry: DockEntry): boolean => entry.right === 'write';

function nameOf(board: BoardEntry, organisation: string, cohort: Cohort): string {
  if (board.title !== '') return board.title;
  const person = cohort.people.find((one) => one.id === board.person);
  return person ? `${organisation} · ${person.name}` : organisation;
}
