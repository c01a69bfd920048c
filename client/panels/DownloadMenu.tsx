/** The sheet of what leaves and enters a board as a file: PNG, SVG, JSON. Knows neither canvas nor server: both are asked through props. */
import { useState } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { type AreaId, areasOf, isLayerId } from '../../shared/template/kinds.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import type { ImageOptions } from '../board/canvas-handle.ts';
import type { BoardSession, Outcome } from '../board/session.ts';
import { stacksNow } from '../board/stacks.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Select } from '../ui/Select.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { jsonFile, saveFile } from './board-file.ts';
import styles from './DownloadMenu.module.css';
import { dayOf, fileName } from './file-name.ts';
import { ImportFile, type ImportJson } from './ImportFile.tsx';
import { refusalKey } from './refusal-key.ts';

interface DownloadMenuProps {
  readonly session: BoardSession;
  readonly language: Language;
  /** Null while there is no canvas: then no image can be made. */
  readonly exportImage: ((options: ImageOptions) => Promise<Blob>) | null;
  readonly exportJson: () => Promise<Outcome<{ readonly snapshot: unknown }>>;
  /** Left out for those who may not write. */
  readonly importJson?: ImportJson | undefined;
  readonly onOpenBoard: (board: BoardId) => void;
  readonly onClose: () => void;
}

type State = { readonly kind: 'idle' | 'working' } | { readonly kind: 'done' | 'failed'; readonly text: string };

const IMAGES = [
  { key: 'png1', format: 'png', scale: 1 },
  { key: 'png2', format: 'png', scale: 2 },
  { key: 'svg', format: 'svg', scale: 1 },
] as const;

export function DownloadMenu(props: DownloadMenuProps) {
  const t = useText();
  const { session, language, exportImage, exportJson, importJson, onOpenBoard, onClose } = props;
  const [area, setArea] = useState<AreaId | null>(null);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const nameOf = useFileName(session);
  const hasStacks = useStore(session.notes) && stacksNow(session).size > 0;
  const isWorking = state.kind === 'working';

  const keep = (name: string, contents: Blob): void => {
    saveFile(name, contents);
    setState({ kind: 'done', text: t('panels.download.done', { name }) });
  };
  const image = async (format: 'png' | 'svg', scale: 1 | 2): Promise<void> => {
    setState({ kind: 'working' });
    try {
      if (exportImage) keep(nameOf(format, area, scale), await exportImage({ format, scale, area }));
    } catch {
      // The browser refused so large a picture, or a font did not load.
      setState({ kind: 'failed', text: t('panels.download.failed') });
    }
  };
  const json = async (): Promise<void> => {
    setState({ kind: 'working' });
    const outcome = await exportJson();
    if (outcome.ok) keep(nameOf('json', null), jsonFile(outcome.snapshot));
    else setState({ kind: 'failed', text: t(refusalKey(outcome.why)) });
  };

  return (
    <Sheet title={t('panels.download.title')} onClose={onClose}>
      <div className={styles.sheet}>
        <AreaChoice session={session} language={language} area={area} onPick={setArea} disabled={!exportImage} />
        {exportImage ? null : <p className={styles.soft}>{t('panels.download.noCanvas')}</p>}
        {hasStacks ? <p className={styles.soft}>{t('panels.download.stacks')}</p> : null}
        <ul className={styles.kinds}>
          {IMAGES.map(({ key, format, scale }) => (
            <li key={key}>
              <Kind
                icon="canvas"
                name={t(`panels.download.${key}`)}
                hint={t(`panels.download.${key}Hint`)}
                disabled={!exportImage || isWorking}
                onPick={() => void image(format, scale)}
              />
            </li>
          ))}
          <li>
            <Kind
              icon="list"
              name={t('panels.download.json')}
              hint={t('panels.download.jsonHint')}
              disabled={isWorking}
              onPick={() => void json()}
            />
          </li>
        </ul>
        <p role="status" className={state.kind === 'failed' ? styles.bad : styles.news}>
          {isWorking ? t('panels.download.working') : 'text' in state ? state.text : ''}
        </p>
        {importJson ? <ImportFile importJson={importJson} onOpenBoard={onOpenBoard} /> : null}
      </div>
    </Sheet>
  );
}

type NameOf = (extension: 'png' | 'svg' | 'json', area: AreaId | null, scale?: 1 | 2) => string;

/** `tempano_<cohort>_<organisation>_<day>`, told apart by the kind of board, the area and the size. */
function useFileName(session: BoardSession): NameOf {
  const t = useText();
  const cohort = useStore(session.cohort);
  const { board } = session;
  const organisation = cohort.organisations.find((one) => one.id === board.organisation)?.name ?? null;
  const kind = board.kind === 'iceberg' ? [] : [t(`panels.download.file.${board.kind}`)];
  return (extension, area, scale = 1) => {
    const shown = area === null ? [] : [areaTitle(area, cohort.meta.language)];
    const size = scale === 1 ? [] : [t('panels.download.file.large')];
    const part = [...kind, ...shown, ...size];
    return fileName({ cohort: cohort.meta.name, organisation, date: dayOf(new Date()), extension, part });
  };
}

interface AreaChoiceProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly area: AreaId | null;
  readonly onPick: (area: AreaId | null) => void;
  readonly disabled: boolean;
}

function AreaChoice({ session, language, area, onPick, disabled }: AreaChoiceProps) {
  const t = useText();
  const areas = areasOf(session.board.kind).filter(isLayerId);
  if (areas.length === 0 || disabled) return null;
  return (
    <Select
      label={t('panels.download.what')}
      value={area ?? ''}
      onChange={(value) => onPick(areas.find((one) => one === value) ?? null)}
      options={[
        { value: '', label: t('panels.download.whole') },
        ...areas.map((one) => ({ value: one, label: areaTitle(one, language) })),
      ]}
    />
  );
}

interface KindProps {
  readonly icon: IconName;
  readonly name: string;
  readonly hint: string;
  readonly disabled: boolean;
  readonly onPick: () => void;
}

function Kind({ icon, name, hint, disabled, onPick }: KindProps) {
  return (
    <button type="button" className={styles.kind} disabled={disabled} onClick={onPick}>
      <Icon name={icon} size={24} />
      <span className={styles.words}>
        <strong>{name}</strong>
        <span className={styles.soft}>{hint}</span>
      </span>
      <Icon name="download" />
    </button>
  );
}
