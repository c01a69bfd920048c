/** Three kinds of contribution, each in its box, as notes signed by the giving organisation; three big buttons while it is time to give. */
import type { Gift } from '../../../shared/board/feedback.ts';
import { giftLabel } from '../../../shared/template/feedback.ts';
import { useText } from '../../i18n/text.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { namesOf, useFeedback } from './feedback-context.ts';
import { GiftDeeds } from './GiftDeeds.tsx';
import { GiftField } from './GiftField.tsx';
import styles from './Gifts.module.css';
import { type Giving, useGiving } from './use-giving.ts';
import { Zone } from './Zone.tsx';

const KINDS = ['experience', 'idea', 'contact'] as const;
const ICON: Readonly<Record<(typeof KINDS)[number], IconName>> = { experience: 'check', idea: 'star', contact: 'link' };

export function Gifts({ gifts }: { gifts: readonly Gift[] }) {
  const { situation, right } = useFeedback();
  const giving = useGiving();
  const open =
    right !== 'write' ? undefined : gifts.find(({ id, kind }) => id === giving.open && kind !== 'clarifying');
  const isActive = situation.active === 'gifts';
  return (
    <>
      {open ? (
        <div className={styles.give}>
          <GiftField gift={open} giving={giving} />
        </div>
      ) : (
        situation.giving === 'contribution' && <GiveButtons giving={giving} />
      )}
      {KINDS.map((kind) => (
        <GiftBox
          key={kind}
          kind={kind}
          isActive={isActive}
          giving={giving}
          gifts={gifts.filter((one) => one.kind === kind && one !== open && one.text.trim() !== '')}
        />
      ))}
    </>
  );
}

/** Who sends goes on from where they began. */
const takeKeyboard = (button: HTMLElement | null): void => button?.focus({ preventScroll: true });

function GiveButtons({ giving }: { giving: Giving }) {
  const t = useText();
  const { language } = useFeedback();
  return (
    <fieldset className={styles.give}>
      <legend>{t('peers.gift.what')}</legend>
      <div className={styles.kinds}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            ref={giving.last === kind ? takeKeyboard : null}
            type="button"
            className={styles.big}
            onClick={() => giving.begin(kind)}
          >
            <Icon name={ICON[kind]} size={22} />
            {giftLabel(kind, language)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

interface GiftBoxProps {
  readonly kind: (typeof KINDS)[number];
  readonly gifts: readonly Gift[];
  readonly giving: Giving;
  readonly isActive: boolean;
}

function GiftBox({ kind, gifts, giving, isActive }: GiftBoxProps) {
  const t = useText();
  const { language } = useFeedback();
  return (
    <Zone title={giftLabel(kind, language)} tone="green" isActive={isActive}>
      {gifts.length === 0 ? (
        <p className={styles.none}>{t('peers.gift.none')}</p>
      ) : (
        <ul className={styles.notes}>
          {gifts.map((gift) => (
            <GiftNote key={gift.id} gift={gift} giving={giving} />
          ))}
        </ul>
      )}
    </Zone>
  );
}

function GiftNote({ gift, giving }: { gift: Gift; giving: Giving }) {
  const { cohort } = useFeedback();
  const { name, acronym } = namesOf(cohort, gift.organisation);
  return (
    <li className={styles.note}>
      <p className={styles.text}>{gift.text}</p>
      <p className={styles.from}>
        <span className={styles.acronym}>{acronym}</span> {name}
      </p>
      <GiftDeeds gift={gift} giving={giving} />
    </li>
  );
}
