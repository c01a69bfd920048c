/**
 * The closing: a word of each person, and the commitments read aloud. Once the session is closed it stays as it is, to be
 * read. Knows neither how a commitment is made nor how a session is closed.
 */
import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import { readTold, readWords, type ToldCommitment, wordText } from '../../shared/board/closing.ts';
import type { Progress } from '../../shared/board/progress.ts';
import type { Cohort } from '../../shared/cohort/document.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { RoomSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useRoot } from '../board/use-root.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { OwnReport } from '../panels/OwnReport.tsx';
import { refusalKey } from '../panels/refusal-key.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './closing/Closing.module.css';
import { CommitmentTable } from './closing/CommitmentTable.tsx';
import { Outputs } from './closing/Outputs.tsx';
import { OwnWord } from './closing/OwnWord.tsx';
import { WordWall } from './closing/WordWall.tsx';
import '../i18n/later.ts';

const ClosingRemote = lazy(() => import('../call/room/ClosingRemote.tsx'));

export default function ClosingPage({ seat, session }: { seat: Seat; session: RoomSession }) {
  const t = useText();
  const cohort = useStore(session.cohort);
  const told = useRoot(session.doc, 'commitments', readTold);
  return (
    <div className={styles.page}>
      {cohort.call.status === 'closed' && (
        <div className={styles.closed} role="status">
          <p className={styles.thanks}>{t('peers.closing.thanks')}</p>
          <p>{t('peers.closing.closed')}</p>
        </div>
      )}
      {session.me.role === 'facilitator' && (
        <Suspense>
          <ClosingRemote seat={seat} session={session} />
        </Suspense>
      )}
      <Words session={session} cohort={cohort} />
      <Commitments seat={seat} session={session} cohort={cohort} told={told} />
      {cohort.call.status === 'closed' ? (
        <Outputs session={session} cohort={cohort} token={seat.token} />
      ) : (
        <OwnReport seat={seat} cohort={cohort} className={styles.outputs} />
      )}
    </div>
  );
}

function Words({ session, cohort }: { session: RoomSession; cohort: Cohort }) {
  const t = useText();
  const { call, people } = cohort;
  const right = useStore(session.right);
  const read = useMemo(() => (doc: RoomSession['doc']) => readWords(doc, call.session), [call.session]);
  const words = useRoot(session.doc, 'words', read);
  const { me } = session;
  const mine = [me, ...people.filter(({ host }) => host === me.id)];
  const isMine: ReadonlySet<PersonId> = new Set(mine.map(({ id }) => id));
  const mayWrite = right === 'write' && me.role !== 'projector';
  const of = people.filter(({ role }) => role === 'participant').length;
  return (
    <section className={styles.words} aria-labelledby="palabras">
      <header className={styles.head}>
        <h2 id="palabras">{t('peers.closing.question')}</h2>
        <p className={styles.count}>
          {t('peers.closing.words', { count: words.length, of: Math.max(of, words.length) })}
        </p>
      </header>
      {mayWrite
        ? mine.map((person) => (
            <OwnWord
              key={person.id}
              session={session}
              call={call.session}
              person={person}
              isThere={wordText(session.doc, call.session, person.id) !== null}
            />
          ))
        : call.status !== 'closed' &&
          me.role === 'participant' && <p className={styles.hint}>{t('peers.closing.waiting')}</p>}
      <WordWall words={words} cohort={cohort} mine={isMine} />
    </section>
  );
}

interface CommitmentsProps {
  readonly seat: Seat;
  readonly session: RoomSession;
  readonly cohort: Cohort;
  readonly told: readonly ToldCommitment[];
}

function Commitments({ seat, session, cohort, told }: CommitmentsProps) {
  const t = useText();
  const [language] = useLanguage();
  const { me, notice } = session;
  const mark = async (one: ToldCommitment, done: Progress): Promise<void> => {
    const answer = await seatApi(seat.token).markProgress(one.board, one.id, done);
    if (!answer.ok) notice.set({ key: refusalKey(answer.why) });
  };
  const earlier = told.filter((one) => one.session < cohort.call.session);
  const now = told.filter((one) => one.session >= cohort.call.session);
  const common = {
    cohort,
    language,
    mine: cohort.call.status === 'closed' ? null : me.organisation,
    onProgress: (one: ToldCommitment, done: Progress) => void mark(one, done),
  };
  const organisations = new Set(now.map(({ organisation }) => organisation)).size;
  const own = cohort.boards.find(
    (one) =>
      one.kind === 'feedback' && one.title === '' && one.organisation !== null && one.organisation === me.organisation,
  );
  return (
    <section className={styles.commitments} aria-labelledby="compromisos">
      <header className={styles.head}>
        <h2 id="compromisos">{t('peers.closing.table')}</h2>
        {now.length > 0 && (
          <p className={styles.count}>
            {t('peers.closing.commitments', { count: now.length })} {t('peers.closing.from', { count: organisations })}
          </p>
        )}
      </header>
      {earlier.length > 0 && (
        <CommitmentTable {...common} title={t('peers.commitment.earlier')} told={earlier} withProgress />
      )}
      {now.length > 0 ? (
        <CommitmentTable {...common} title={t('peers.commitment.now')} told={now} withProgress={false} />
      ) : (
        <p className={styles.empty}>{t('peers.closing.tableEmpty')}</p>
      )}
      {own && cohort.call.status !== 'closed' && (
        <p>
          <Link href={`/tablero/${own.id}`} className={buttonClass({ look: 'secondary' })}>
            <Icon name="flag" />
            {t('peers.closing.choose')}
          </Link>
        </p>
      )}
    </section>
  );
}
