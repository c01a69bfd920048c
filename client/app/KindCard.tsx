/** A card for when something did not work: what happened, what is safe, what to do. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { useTitle } from './use-title.ts';

export interface KindProps {
  readonly icon: IconName;
  readonly title: string;
  readonly body: string;
  /** What to do about it. */
  readonly todo?: string;
  readonly safe?: boolean;
  /** Between the words and the buttons. */
  readonly more?: ReactNode;
  /** Buttons beside the way home. */
  readonly children?: ReactNode;
}

export function KindCard({ icon, title, body, todo, safe, more, children }: KindProps) {
  const t = useText();
  useTitle(title);
  return (
    <div className="kind card">
      <span className="kind__icon">
        <Icon name={icon} size={30} />
      </span>
      <h1>{title}</h1>
      <p>{body}</p>
      {todo && <p>{todo}</p>}
      {safe && (
        <p className="kind__safe">
          <Icon name="check" /> {t('pages.badLink.safe')}
        </p>
      )}
      {more}
      <div className="actions">
        {children}
        <Link href="/" className={buttonClass({ look: children ? 'secondary' : 'primary' })}>
          <Icon name="home" />
          {t('pages.badLink.home')}
        </Link>
      </div>
    </div>
  );
}
