/** What the report of one organisation is made of: everything its own boards hold in words. Types only; whoever gathers it has asked for the rights. */
import type { Commitment } from '../board/commitments.ts';
import type { Note } from '../board/note.ts';
import type { Growth } from '../synthesis/growth.ts';
import type { GiftKind } from '../template/feedback.ts';
import type { LayerId, ZoneId } from '../template/kinds.ts';

export interface OrganisationSource {
  readonly cohort: string;
  readonly organisation: string;
  /** Day of the call, `YYYY-MM-DD`. */
  readonly date: string;
  readonly session: number;
  /** When the report was made, in milliseconds since 1970. */
  readonly madeAt: number;
  /** Of the agenda, with the minutes it planned. */
  readonly phases: readonly { readonly title: string; readonly minutes: number }[];
  readonly iceberg: readonly LayerNote[];
  /** Where each person has an iceberg: that of whoever asks, or null for somebody who may read none. */
  readonly personal: { readonly person: string; readonly notes: readonly LayerNote[] } | null;
  readonly boardPerPerson: boolean;
  /** The averages of the team; null for whoever may not read them. */
  readonly growth: Growth | null;
  readonly themes: readonly OwnTheme[];
  readonly value: readonly ZoneNote[];
  readonly statement: string;
  readonly feedback: FeedbackGiven;
  /** Of this call and of those before, as they were made. */
  readonly commitments: readonly Commitment[];
}

type Telling = Pick<Note, 'text' | 'operational' | 'programmatic' | 'star' | 'private' | 'held' | 'brought'>;
export interface LayerNote extends Telling {
  readonly area: LayerId;
}
export interface ZoneNote extends Telling {
  readonly area: ZoneId;
}
/** A theme of the group iceberg with notes of the organisation. */
export interface OwnTheme {
  /** Empty for one nobody has named; null for notes without a theme. */
  readonly title: string | null;
  /** How many notes of everybody are in it. */
  readonly count: number;
  /** The organisation's own, as they read there. */
  readonly notes: readonly { readonly layer: LayerId; readonly text: string }[];
}
export interface FeedbackGiven {
  readonly issue: string;
  readonly context: string;
  readonly question: string;
  readonly takeaway: string;
  readonly gifts: readonly Given[];
}
export interface Given {
  readonly kind: GiftKind;
  readonly text: string;
  /** To a question; empty while there is none. */
  readonly answer: string;
  /** Name of the giving organisation, or empty. */
  readonly from: string;
}
