/** The short code somebody read aloud: typed here, it opens the same door as the link. */
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../i18n/text.ts';
import { openLink } from '../sync/api.ts';
import type { Why } from '../sync/request.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { holdDoor, type OpenDoor } from './open-door.ts';

/** `onOpen` where the door is on this page; elsewhere the person is taken to it. */
export function CodeForm({ onOpen }: { onOpen?: (door: OpenDoor) => void }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (code.trim() === '') return setWhy('link-unknown');
    setBusy(true);
    const opened = await openLink({ code });
    setBusy(false);
    if (!opened.ok) return setWhy(opened.why);
    const door: OpenDoor = { key: { code }, opened: opened.value };
    if (onOpen) onOpen(door);
    else {
      holdDoor(door);
      navigate('/unirse');
    }
  };
  return (
    <form className="code" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('pages.home.codeLabel')}
        value={code}
        onChange={(typed) => {
          setCode(typed.toUpperCase());
          setWhy(null);
        }}
        placeholder={t('pages.home.codePlaceholder')}
        maxLength={32}
        autoComplete="off"
        error={why && t(`errors.${why}`)}
      />
      <Button type="submit" look="primary" disabled={busy}>
        {t('pages.home.codeGo')}
      </Button>
    </form>
  );
}
