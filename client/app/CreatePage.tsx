/** A new cohort: the form, then what to send out; that also after a reload, for whoever took its seat. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CreateCohortRequest, CreatedCohortAnswer } from '../../shared/api.ts';
import { type CohortId, isCohortId } from '../../shared/ids.ts';
import { useText } from '../i18n/text.ts';
import { createCohort } from '../sync/create-api.ts';
import { useSeat } from '../sync/hooks.ts';
import type { Why } from '../sync/request.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { CreatedCohort } from './CreatedCohort.tsx';
import { CreateForm } from './CreateForm.tsx';
import { Frame } from './Frame.tsx';
import { secretOf } from './secret.ts';
import { takeSeat } from './take-seat.ts';
import { useTitle } from './use-title.ts';
import '../i18n/later.ts';

export default function CreatePage() {
  const [made] = useState(madeBefore);
  return <Frame>{made ? <MadeBefore id={made} /> : <NewCohort />}</Frame>;
}

function NewCohort() {
  const t = useText();
  const [, navigate] = useLocation();
  const [created, setCreated] = useState<CreatedCohortAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  useTitle(created ? created.cohort.name : t('pages.create.title'));

  const create = async (body: CreateCohortRequest, yourName: string): Promise<void> => {
    setBusy(true);
    setWhy(null);
    const made = await createCohort(body);
    // If taking the seat fails, the facilitation link on the next page still opens it.
    const key = made.ok ? { secret: secretOf(made.value.links.facilitation) } : null;
    const seat = key && (await takeSeat({ ...key, name: yourName, organisation: null }));
    setBusy(false);
    // What went wrong stands beside the button.
    if (!made.ok) return setWhy(made.why);
    setCreated(made.value);
    // Which cohort it was, and no secret: those are in the seat.
    if (seat?.ok) navigate('/nueva', { replace: true, state: { made: seat.value.cohort.id } });
    window.scrollTo(0, 0);
  };

  return created ? <CreatedCohort created={created} /> : <CreateForm busy={busy} why={why} onCreate={create} />;
}

/** The cohort this entry of the history made, before the page was loaded again. */
function madeBefore(): CohortId | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('made' in state)) return null;
  return isCohortId(state.made) ? state.made : null;
}

/** Where this device has no seat of facilitation in it any more, there is the form. */
function MadeBefore({ id }: { id: CohortId }) {
  const t = useText();
  const [found] = useSeat(id);
  if (found.kind === 'looking') return <Spinner label={t('pages.cohort.opening')} />;
  if (found.kind === 'none') return <NewCohort />;
  const { cohort, links, code } = found.seat;
  return links && code !== undefined ? <Again created={{ cohort, links, code }} /> : <NewCohort />;
}

function Again({ created }: { created: CreatedCohortAnswer }) {
  useTitle(created.cohort.name);
  return <CreatedCohort created={created} />;
}
