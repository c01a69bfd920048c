/** A link with its name and a button to copy it; a facilitation link is not shown in clear until asked. */
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CopyButton } from './CopyButton.tsx';

interface LinkRowProps {
  readonly label: string;
  readonly hint?: string;
  readonly link: string;
  /** A shared screen must not give the link away. */
  readonly hidden?: boolean;
  readonly children?: ReactNode;
}

export function LinkRow({ label, hint, link, hidden = false, children }: LinkRowProps) {
  const t = useText();
  const id = useId();
  const [shown, setShown] = useState(!hidden);
  return (
    <div className="link-row">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && <span className="field__hint">{hint}</span>}
      <div className="link-row__line">
        <input
          id={id}
          className="input link-row__link"
          readOnly
          value={shown ? link : link.replace(/#.*/, '#••••••••••••')}
          onFocus={(event) => event.target.select()}
        />
        {hidden && (
          <IconButton icon="eye" label={t('pages.links.show')} aria-pressed={shown} onClick={() => setShown(!shown)} />
        )}
        <CopyButton text={link} label={t('pages.links.copyLink')} />
        {children}
      </div>
    </div>
  );
}
