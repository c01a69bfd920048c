/** A new cohort: the form, then what to send out. */
import { useState } from 'react';
import type { CreateCohortRequest, CreatedCohortAnswer } from '../../shared/api.ts';
import { useText } from '../i18n/text.ts';
import { createCohort } from '../sync/api.ts';
import type { Why } from '../sync/request.ts';
import { CreatedCohort } from './CreatedCohort.tsx';
import { CreateForm } from './CreateForm.tsx';
import { Frame } from './Frame.tsx';
import { secretOf } from './secret.ts';
import { takeSeat } from './take-seat.ts';
import { useTitle } from './use-title.ts';
import '../i18n/later.ts';

export default function CreatePage() {
  const t = useText();
  const [created, setCreated] = useState<CreatedCohortAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  useTitle(created ? created.cohort.name : t('pages.create.title'));

  const create = async (body: CreateCohortRequest, yourName: string): Promise<void> => {
    setBusy(true);
    setWhy(null);
    const made = await createCohort(body);
    // If taking the seat fails, the facilitation link on the next page still opens it.
    if (made.ok)
      await takeSeat({ secret: secretOf(made.value.links.facilitation), name: yourName, organisation: null });
    setBusy(false);
    if (made.ok) setCreated(made.value);
    else setWhy(made.why);
    window.scrollTo(0, 0);
  };

  return (
    <Frame>
      {created ? <CreatedCohort created={created} /> : <CreateForm busy={busy} why={why} onCreate={create} />}
    </Frame>
  );
}
