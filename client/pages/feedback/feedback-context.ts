/** What every part of a feedback page shares: the board, the viewer's language, what may be done now, who is told what. Draws nothing. */
import { createContext, useContext } from 'react';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import type { ThemeId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/language.ts';
import type { RoomSession } from '../../board/session.ts';
import type { SeatApi } from '../../sync/seat-api.ts';
import type { Situation } from './situation.ts';

export interface FeedbackContents {
  readonly session: RoomSession;
  readonly api: SeatApi;
  readonly cohort: Cohort;
  readonly right: Right;
  readonly language: Language;
  readonly situation: Situation;
  /** The theme of the group iceberg the issue belongs to: chosen here, else as the cohort was told. */
  readonly theme: ThemeId | null;
  readonly setTheme: (theme: ThemeId | null) => void;
  /** Tells people who listen instead of look. */
  readonly say: (text: string) => void;
}

export const FeedbackContext = createContext<FeedbackContents | null>(null);

export function useFeedback(): FeedbackContents {
  const contents = useContext(FeedbackContext);
  if (!contents) throw new Error('useFeedback outside of a feedback page');
  return contents;
}

/** The name and the acronym of an organisation of this cohort. */
export const namesOf = (cohort: Cohort, id: string | null): { readonly name: string; readonly acronym: string } =>
  cohort.organisations.find((one) => one.id === id) ?? { name: '…', acronym: '…' };
