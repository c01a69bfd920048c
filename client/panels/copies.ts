/** What the sheet of copies asks of the server; the page that shows it fulfils it. Types only. */
import type { BoardSummary, CopySummary, RestorePlace } from '../../shared/api.ts';
import type { CopyId } from '../../shared/ids.ts';
import type { Outcome } from '../board/session.ts';

/** Refusals carry a code of the API; its text is under `errors`. */
export interface CopiesApi {
  list(): Promise<Outcome<{ readonly copies: readonly CopySummary[] }>>;
  take(name: string): Promise<Outcome<{ readonly copy: CopySummary }>>;
  /** `snapshot` is unchecked JSON. */
  preview(copy: CopyId): Promise<Outcome<{ readonly snapshot: unknown }>>;
  /** In place, `previous` is the copy of what was there before. */
  restore(
    copy: CopyId,
    as: RestorePlace,
  ): Promise<Outcome<{ readonly board: BoardSummary; readonly previous?: CopyId | undefined }>>;
  remove(copy: CopyId): Promise<Outcome<object>>;
}
