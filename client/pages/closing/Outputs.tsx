/** What people take home once the session is closed: the files the server offers this viewer, to download one by one. */
import { useEffect, useState } from 'react';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { dayInWords } from '../../../shared/days.ts';
import type { OutputsAnswer } from '../../../shared/page-api.ts';
import type { RoomSession } from '../../board/session.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { saveFile } from '../../panels/board-file.ts';
import { refusalKey } from '../../panels/refusal-key.ts';
import { fetchFile } from '../../sync/fetch-file.ts';
import { seatApi } from '../../sync/seat-api.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Closing.module.css';

type OutputFile = OutputsAnswer['files'][number];

export function Outputs({ session, cohort, token }: { session: RoomSession; cohort: Cohort; token: string }) {
  const t = useText();
  const files = useOutputs(session, token);
  if (files.length === 0) return null;
  const save = async ({ name, path }: OutputFile): Promise<void> => {
    const answer = await fetchFile(token, path);
    if (answer.ok) saveFile(name, answer.value);
    else session.notice.set({ key: refusalKey(answer.why) });
  };
  return (
    <section className={styles.outputs} aria-labelledby="para-guardar">
      <h2 id="para-guardar">{t('peers.closing.downloads')}</h2>
      <p className={styles.hint}>{t('peers.closing.downloadsHint')}</p>
      <ul>
        {files.map((file) => (
          <li key={file.path}>
            <Button icon="download" onClick={() => void save(file)}>
              <FileName file={file} cohort={cohort} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In words: of a report which call and its day, of a board its kind and whose it is; and which kind of file it is. */
function FileName({ file, cohort }: { file: OutputFile; cohort: Cohort }) {
  const name = useFileName(file, cohort);
  const extension = file.name.slice(file.name.lastIndexOf('.') + 1);
  return (
    <span>
      {name} <small>({extension.toUpperCase()})</small>
    </span>
  );
}

function useFileName(file: OutputFile, cohort: Cohort): string {
  const t = useText();
  const [language] = useLanguage();
  if (file.kind !== 'board') {
    const name = t(`peers.closing.files.${file.kind}`, { session: file.session ?? cohort.call.session });
    return [name, dayInWords(file.date, language)].filter((part) => part !== '').join(' · ');
  }
  const board = cohort.boards.find(({ id }) => file.path.includes(id));
  if (!board || board.kind === 'practice' || board.kind === 'panel') return file.name;
  if (board.title !== '') return board.title;
  const owners = board.person === null ? cohort.organisations : cohort.people;
  const owner = owners.find(({ id }) => id === (board.person ?? board.organisation))?.name ?? '';
  return [t(`peers.closing.files.${board.kind}`), owner].filter((part) => part !== '').join(' · ');
}

/** None while nobody answers. */
function useOutputs({ cohortId }: RoomSession, token: string): readonly OutputFile[] {
  const [files, setFiles] = useState<readonly OutputFile[]>([]);
  useEffect(() => {
    let here = true;
    void seatApi(token)
      .outputs(cohortId)
      .then((answer) => {
        if (here && answer.ok) setFiles(answer.value.files);
      });
    return () => {
      here = false;
    };
  }, [cohortId, token]);
  return files;
}
