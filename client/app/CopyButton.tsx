/** Copies something with one tap and says that it did. */
import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { Button, type ButtonProps } from '../ui/Button.tsx';
import { copyText } from './copy-text.ts';

interface CopyButtonProps extends Pick<ButtonProps, 'look' | 'wide'> {
  readonly text: string;
  readonly label: string;
}

export function CopyButton({ text, label, look, wide }: CopyButtonProps) {
  const t = useText();
  const [done, setDone] = useState<boolean | null>(null);
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), 2500);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <>
      <Button
        look={look}
        wide={wide}
        icon={done ? 'check' : 'copy'}
        onClick={(event) => {
          const button = event.currentTarget;
          void copyText(text).then((copied) => {
            setDone(copied);
            button.focus();
          });
        }}
      >
        {done ? t('common.copied') : label}
      </Button>
      <span className={done === false ? 'field__hint' : 'visually-hidden'} role="status">
        {done === true && t('common.copied')}
        {done === false && t('pages.links.copiedFallback')}
      </span>
    </>
  );
}
