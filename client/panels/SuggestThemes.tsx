/** *Sugerir temas*: proposals for the loose notes of the group iceberg, each to accept, change or discard. Applies none by itself. */
import { useRef } from 'react';
import type { NoteId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import type { ThemeProposal } from '../../shared/synthesis/suggest-themes.ts';
import { makeTheme, putInTheme } from '../board/actions.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { GroupingHelp } from './GroupingHelp.tsx';
import styles from './Suggest.module.css';
import { ThemeProposalCard } from './ThemeProposalCard.tsx';
import { useProposals } from './use-proposals.ts';
import '../i18n/later.ts';

interface SuggestThemesProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly onBack: () => void;
}

export default function SuggestThemes({ session, language, onBack }: SuggestThemesProps) {
  const t = useText();
  const head = useRef<HTMLHeadingElement>(null);
  const notes = new Map(useStore(session.notes).map((note) => [note.id, note]));
  const { proposals, left, discard } = useProposals(session, language);
  const accept = ({ into }: ThemeProposal, title: string, chosen: readonly NoteId[]): void => {
    if (into === null) makeTheme(session, title, chosen);
    else putInTheme(session, chosen, into);
    session.notice.set({ key: 'panels.suggest.done', values: { count: chosen.length, title } });
    head.current?.focus();
  };
  return (
    <GroupingHelp title={t('panels.suggest.title')} hint={t('panels.suggest.hint')} head={head} onBack={onBack}>
      <ul className={styles.proposals}>
        {proposals.map((proposal) => (
          <ThemeProposalCard
            key={proposal.key}
            proposal={proposal}
            notes={proposal.notes.flatMap((id) => notes.get(id) ?? [])}
            language={language}
            onAccept={(title, chosen) => accept(proposal, title, chosen)}
            onDiscard={() => {
              discard(proposal);
              head.current?.focus();
            }}
          />
        ))}
      </ul>
      <p className={styles.soft} role="status">
        {left > 0 ? t('panels.suggest.left', { count: left }) : proposals.length === 0 && t('panels.suggest.nothing')}
      </p>
    </GroupingHelp>
  );
}
