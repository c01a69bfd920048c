/** What a link opens: participation, facilitation or observing. The secret leaves the address bar before anything else. */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../i18n/text.ts';
import { openLink } from '../sync/api.ts';
import type { Why } from '../sync/request.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { BadLink } from './BadLink.tsx';
import { CodeForm } from './CodeForm.tsx';
import { Frame } from './Frame.tsx';
import { JoinCard } from './JoinCard.tsx';
import { type OpenDoor, takeHeldDoor } from './open-door.ts';
import { RoomDoor } from './RoomDoor.tsx';
import { takeSecret } from './secret.ts';
import { useTitle } from './use-title.ts';
import '../i18n/door.ts';

type Door =
  | { readonly kind: 'opening' }
  | { readonly kind: 'code' }
  | { readonly kind: 'open'; readonly door: OpenDoor }
  | { readonly kind: 'bad'; readonly why: Why | 'missing' };

type WhichDoor = 'join' | 'facilitate' | 'observe' | 'project';

export default function DoorPage({ door: which }: { door: WhichDoor }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [secret, setSecret] = useState(takeSecret);
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<Door>(() => firstState(which, secret));
  useTitle(state.kind === 'open' ? state.door.opened.cohort.name : t('pages.door.enter'));

  // Another link pasted into the same tab changes only the fragment: the page is not loaded again.
  useEffect(() => {
    const onHash = (): void => {
      const next = takeSecret();
      if (next === '') return;
      setSecret(next);
      // The same link again asks again.
      setTries((before) => before + 1);
      setState({ kind: 'opening' });
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    if (secret === '') return;
    let here = true;
    void openLink({ secret }).then((opened) => {
      if (!here) return;
      if (opened.ok) setState({ kind: 'open', door: { key: { secret }, opened: opened.value } });
      else setState({ kind: 'bad', why: opened.why });
    });
    return () => {
      here = false;
    };
  }, [secret, tries]);

  const askForCode = (): void => {
    setSecret('');
    setState({ kind: 'code' });
  };
  const goToCode = (): void => {
    askForCode();
    navigate('/unirse');
  };
  if (state.kind === 'bad') return <BadLink why={state.why} onRetry={() => setTries(tries + 1)} onCode={goToCode} />;
  return (
    <Frame className="door">
      {state.kind === 'opening' && <Spinner label={t('pages.door.opening')} />}
      {state.kind === 'code' && (
        <section className="card form form--narrow">
          <h1>{t('pages.door.codeTitle')}</h1>
          <p className="lead">{t('pages.door.codeLead')}</p>
          <CodeForm onOpen={(door) => setState({ kind: 'open', door })} />
        </section>
      )}
      {state.kind === 'open' &&
        (state.door.opened.role === 'projector' ? (
          <RoomDoor door={state.door} />
        ) : (
          <JoinCard door={state.door} onCode={askForCode} />
        ))}
    </Frame>
  );
}

function firstState(which: WhichDoor, secret: string): Door {
  if (secret !== '') return { kind: 'opening' };
  const held = takeHeldDoor();
  if (held) return { kind: 'open', door: held };
  return which === 'join' ? { kind: 'code' } : { kind: 'bad', why: 'missing' };
}
