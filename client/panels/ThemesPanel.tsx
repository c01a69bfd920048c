/** The themes of the group iceberg as a list: titles to write, notes per layer, order, merging, dissolving, and reading one in large type. */
import { lazy, Suspense, useState } from 'react';
import { type Theme, themeTitleAt } from '../../shared/board/themes.ts';
import { phaseNow } from '../../shared/cohort/call.ts';
import type { ThemeId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { themeTone } from '../../shared/template/tones.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { ActionMenu } from '../list/ActionMenu.tsx';
import { areaTone } from '../list/tones.ts';
import { Button } from '../ui/Button.tsx';
import { ThemeDots } from './ThemeDots.tsx';
import { ThemeReading } from './ThemeReading.tsx';
import styles from './ThemesPanel.module.css';
import { ThemeTitleField } from './ThemeTitleField.tsx';
import { themeCells } from './theme-cells.ts';
import { type ThemeDeeds, themeDeeds, themeMenu } from './theme-deeds.ts';

const HELP = { themes: lazy(() => import('./SuggestThemes.tsx')), repeated: lazy(() => import('./RepeatedNotes.tsx')) };
type Help = keyof typeof HELP;

interface ThemesPanelProps {
  /** Of the group iceberg. */
  readonly session: BoardSession;
  readonly language: Language;
  /** The theme that is read in large type, or null for all of them. */
  readonly reading: ThemeId | null;
  readonly onRead: (theme: ThemeId | null) => void;
  /** The board was laid out anew: whoever shows it may show all of it. */
  readonly onArranged?: () => void;
}

export function ThemesPanel({ session, language, reading, onRead, onArranged }: ThemesPanelProps) {
  const themes = useStore(session.themes);
  const mayWrite = useStore(session.right) === 'write';
  const [help, setHelp] = useState<Help | null>(null);
  const open = themes.findIndex((theme) => theme.id === reading);
  const theme = themes[open];
  if (theme)
    return (
      <ThemeReading
        session={session}
        language={language}
        theme={theme}
        number={open + 1}
        previous={themes[open - 1]?.id ?? null}
        next={themes[open + 1]?.id ?? null}
        onRead={onRead}
      />
    );
  const Help = help && HELP[help];
  if (Help && mayWrite)
    return (
      <Suspense fallback={null}>
        <Help session={session} language={language} onBack={() => setHelp(null)} />
      </Suspense>
    );
  return (
    <AllThemes
      session={session}
      language={language}
      themes={themes}
      onRead={onRead}
      onArranged={onArranged}
      onHelp={setHelp}
    />
  );
}

interface AllThemesProps extends Pick<ThemesPanelProps, 'session' | 'language' | 'onRead' | 'onArranged'> {
  readonly themes: readonly Theme[];
  readonly onHelp: (help: Help) => void;
}

function AllThemes({ session, language, themes, onRead, onArranged, onHelp }: AllThemesProps) {
  const t = useText();
  const mayWrite = useStore(session.right) === 'write';
  const selection = useStore(session.selection);
  const { call } = useStore(session.cohort);
  const isGrouping = call.status === 'running' && phaseNow(call)?.kind === 'cluster' && !call.reading;
  const isGuided = isGrouping && !mayWrite && session.me.role === 'participant';
  const deeds = themeDeeds(session);
  const [fresh, setFresh] = useState<ThemeId | null>(null);
  const arrange = (by: 'themes' | 'organisations'): void => {
    deeds.arrange(by);
    onArranged?.();
  };
  return (
    <section className={styles.panel} aria-label={t('panels.themes.title')}>
      <h2 className={styles.title}>{t('panels.themes.title')}</h2>
      {mayWrite ? (
        <div className={styles.tools}>
          {selection.length > 0 ? (
            <Button look="primary" icon="theme" wide onClick={() => setFresh(deeds.make(selection))}>
              {t('panels.themes.make')}
            </Button>
          ) : null}
          <Button icon="copy" onClick={() => onHelp('repeated')}>
            {t('panels.repeated.title')}
          </Button>
          <Button icon="search" onClick={() => onHelp('themes')}>
            {t('panels.suggest.title')}
          </Button>
          <Button icon="theme" disabled={themes.length === 0} onClick={() => arrange('themes')}>
            {t('panels.themes.byTheme')}
          </Button>
          <Button icon="people" onClick={() => arrange('organisations')}>
            {t('panels.themes.byOrganisation')}
          </Button>
        </div>
      ) : null}
      {themes.length === 0 ? (
        <p className={styles.soft}>{t(mayWrite ? 'panels.themes.none' : 'panels.themes.noneYet')}</p>
      ) : null}
      {isGuided ? <p className={styles.soft}>{t('panels.themes.guided')}</p> : null}
      <ol className={styles.themes}>
        {themes.map((theme, index) => (
          <ThemeRow
            key={theme.id}
            session={session}
            language={language}
            theme={theme}
            number={index + 1}
            mayWrite={mayWrite}
            deeds={deeds}
            isFresh={theme.id === fresh}
            onRead={onRead}
          />
        ))}
      </ol>
    </section>
  );
}

interface ThemeRowProps extends Pick<ThemesPanelProps, 'session' | 'language' | 'onRead' | 'onArranged'> {
  readonly theme: Theme;
  readonly number: number;
  readonly mayWrite: boolean;
  readonly deeds: ThemeDeeds;
  /** Made here a moment ago: its title comes next. */
  readonly isFresh: boolean;
}

function ThemeRow({ session, language, theme, number, mayWrite, deeds, isFresh, onRead }: ThemeRowProps) {
  const t = useText();
  const tone = themeTone(number);
  const notes = useStore(session.notes);
  const text = themeTitleAt(session.doc, theme.id);
  const title = theme.title.trim() || t('panels.themes.untitled');
  return (
    <li className={styles.theme} style={{ borderColor: tone.dark }}>
      <div className={styles.head} style={{ backgroundColor: tone.light }}>
        <span className={styles.number} style={{ backgroundColor: tone.dark }} aria-hidden="true">
          {number}
        </span>
        {text && mayWrite ? (
          <ThemeTitleField
            session={session}
            theme={theme.id}
            text={text}
            number={number}
            className={styles.name}
            autoFocus={isFresh}
          />
        ) : (
          <h3 className={styles.name}>{title}</h3>
        )}
      </div>
      <div className={styles.foot}>
        <LayerCounts session={session} theme={theme} language={language} />
        <ThemeDots session={session} notes={notes.filter((note) => note.theme === theme.id)} />
        <Button look="quiet" icon="eye" onClick={() => onRead(theme.id)}>
          <span>
            {t('panels.themes.read')}
            <span className="visually-hidden">{` ${number}: ${title}`}</span>
          </span>
        </Button>
        {mayWrite ? (
          <ActionMenu
            label={t('panels.themes.menu', { number })}
            groups={() => themeMenu(session, theme, number, deeds, t)}
          />
        ) : null}
      </div>
    </li>
  );
}

function LayerCounts({ session, theme, language }: Pick<ThemeRowProps, 'session' | 'theme' | 'language'>) {
  const t = useText();
  const notes = useStore(session.notes);
  return (
    <ul className={styles.counts}>
      {themeCells(notes, theme.id).map(({ layer, notes: inside }) => {
        const { ground, ink } = areaTone(layer);
        const area = areaTitle(layer, language);
        return (
          <li key={layer} style={{ backgroundColor: ground, color: ink }} title={area}>
            <span aria-hidden="true">{inside.length}</span>
            <span className="visually-hidden">{t('panels.themes.count', { area, count: inside.length })}</span>
          </li>
        );
      })}
    </ul>
  );
}
