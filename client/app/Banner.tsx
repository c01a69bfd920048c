/** A line over the board: what is the matter, and what can be done about it. */
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';

interface BannerProps {
  readonly tone: 'warn' | 'bad';
  readonly icon: IconName;
  readonly retry?: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Banner({ tone, icon, retry, actions, children }: BannerProps) {
  const t = useText();
  return (
    <div className={`banner banner--${tone} board__banner`} {...(tone === 'bad' && { role: 'alert' })}>
      <Icon name={icon} />
      <span>{children}</span>
      {(retry || actions) && (
        <div className="board__banner-deeds">
          {actions}
          {retry && (
            <Button icon="refresh" onClick={retry}>
              {t('pages.board.tryAgain')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
