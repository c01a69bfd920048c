/** What every part of the panel works with: the cohort as it is now, who is here, and how something is done. */
import { createContext, useContext } from 'react';
import type { BoardEntry, Cohort } from '../../../shared/cohort/document.ts';
import type { PanelFacts } from '../../../shared/cohort/panel.ts';
import type { OrgId, PersonId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/language.ts';
import type { Seat } from '../../sync/seats.ts';
import type { Landing } from '../use-landing.ts';
import type { Attendances } from './overview.ts';
import type { Deeds } from './use-deeds.ts';

/** A window over the panel, and what it is about. */
export type Opened =
  | {
      readonly kind:
        | 'agenda'
        | 'groups'
        | 'hands'
        | 'gather'
        | 'note'
        | 'freeze'
        | 'undo'
        | 'shortcuts'
        | 'close'
        | 'new-session';
    }
  | { readonly kind: 'message'; readonly to: PersonId | null }
  | { readonly kind: 'go'; readonly phase: string }
  | { readonly kind: 'people'; readonly organisation: OrgId | null };

export interface Panel extends PanelFacts {
  readonly seat: Seat;
  readonly cohort: Cohort;
  readonly attendance: Attendances;
  readonly language: Language;
  readonly deeds: Deeds;
  /** Where everybody is meant to be, when that is not the panel. */
  readonly landing: Landing;
  readonly open: (what: Opened) => void;
  readonly titleOf: (board: BoardEntry) => string;
  /** Puts text on the clipboard; false when the browser does not let us. */
  readonly copyText: (text: string) => Promise<boolean>;
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('a part of the panel stands outside of it');
  return panel;
}
