/** Clarifying questions: peers ask, the presenting organisation answers in one sentence. */
import { type Gift, giftText } from '../../../shared/board/feedback.ts';
import { TEXT } from '../../../shared/limits.ts';
import { sectionTexts } from '../../../shared/template/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { namesOf, useFeedback } from './feedback-context.ts';
import { GiftDeeds } from './GiftDeeds.tsx';
import { GiftField } from './GiftField.tsx';
import styles from './Gifts.module.css';
import { useGiving } from './use-giving.ts';
import { Words } from './Words.tsx';
import { Zone } from './Zone.tsx';

export function Questions({ gifts }: { gifts: readonly Gift[] }) {
  const t = useText();
  const { language, situation, right } = useFeedback();
  const giving = useGiving();
  const { title, question } = sectionTexts('clarifying', language);
  const questions = gifts.filter(({ kind }) => kind === 'clarifying');
  const open = right !== 'write' ? undefined : questions.find(({ id }) => id === giving.open);
  const shown = questions.filter((one) => one !== open && one.text.trim() !== '');
  return (
    <Zone title={title} question={question} tone="violet" isActive={situation.active === 'questions'}>
      {open ? (
        <GiftField gift={open} giving={giving} />
      ) : (
        situation.giving === 'question' && (
          <Button
            look="primary"
            big
            wide
            icon="plus"
            autoFocus={giving.last === 'clarifying'}
            onClick={() => giving.begin('clarifying')}
          >
            {t('peers.gift.ask')}
          </Button>
        )
      )}
      {shown.length === 0 ? (
        <p className={styles.none}>{t('peers.gift.noQuestions')}</p>
      ) : (
        <ul className={styles.questions}>
          {shown.map((one) => (
            <li key={one.id}>
              <Question gift={one} />
              <GiftDeeds gift={one} giving={giving} />
            </li>
          ))}
        </ul>
      )}
    </Zone>
  );
}

function Question({ gift }: { gift: Gift }) {
  const t = useText();
  const { session, cohort, situation } = useFeedback();
  const { name, acronym } = namesOf(cohort, gift.organisation);
  return (
    <>
      <p className={styles.asked}>{gift.text}</p>
      <p className={styles.from}>
        <span className={styles.acronym}>{acronym}</span> {name}
      </p>
      {(situation.owns || gift.answer.trim() !== '') && (
        <div className={styles.answer}>
          <Words
            text={giftText(session.doc, gift.id, 'answer')}
            presence={`text:${gift.id}`}
            label={`${t('peers.gift.answer')}: ${gift.text}`}
            placeholder={t('peers.gift.answer')}
            mayWrite={situation.owns}
            maxLength={TEXT.note}
          />
        </div>
      )}
    </>
  );
}
