/** What the presenting organisation brings: issue, context, question. Its own people write them, the others read. */
import { textAt } from '../../../shared/board/texts.ts';
import { TEXT } from '../../../shared/limits.ts';
import { sectionTexts } from '../../../shared/template/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { ChosenIssue } from './ChosenIssue.tsx';
import { useFeedback } from './feedback-context.ts';
import { IssueSuggestions } from './IssueSuggestions.tsx';
import { Words } from './Words.tsx';
import { Zone } from './Zone.tsx';

export function Asks() {
  const t = useText();
  const { session, language, situation } = useFeedback();
  const { owns, isChoosing } = situation;
  const isActive = situation.active === 'asks';
  const { title, question } = sectionTexts('issue', language);
  return (
    <>
      <Zone title={title} question={question} tone="blue" isActive={isActive}>
        <Words
          text={textAt(session.doc, 'issue')}
          presence="text:issue"
          label={title}
          mayWrite={owns}
          placeholder={t('peers.issue.placeholder')}
          maxLength={TEXT.note}
          look="big"
        />
        {situation.part !== 'peer' && <ChosenIssue />}
      </Zone>
      <AskZone id="context" isActive={isActive} />
      <AskZone id="question" isActive={isActive} />
      {owns && isChoosing && <IssueSuggestions />}
    </>
  );
}

function AskZone({ id, isActive }: { id: 'context' | 'question'; isActive: boolean }) {
  const t = useText();
  const { session, language, situation } = useFeedback();
  const { title, question } = sectionTexts(id, language);
  return (
    <Zone title={title} question={question} tone="blue" isActive={isActive}>
      <Words
        text={textAt(session.doc, id)}
        presence={`text:${id}`}
        label={title}
        mayWrite={situation.owns}
        placeholder={t(`peers.write.${id}`)}
        maxLength={TEXT.answer}
        look={id === 'question' ? 'strong' : 'plain'}
        lines
      />
    </Zone>
  );
}
