/** Routes that conduct a call. Rights are the commands' business. */
import { takeCopyRequest } from '../../shared/api.ts';
import { callRequest, roundRequest } from '../../shared/call-api.ts';
import { messageRequest, tableRequest } from '../../shared/page-api.ts';
import { conductCall } from '../commands/conduct-call.ts';
import type { Context } from '../commands/context.ts';
import { copyPhase } from '../commands/copy-phase.ts';
import { lowerHand } from '../commands/lower-hand.ts';
import { organisationReport } from '../commands/organisation-report.ts';
import type { Outcome } from '../commands/outcome.ts';
import { keptReport, listOutputs, makeReport, REPORTS } from '../commands/outputs.ts';
import { groupsProposal } from '../commands/propose-groups.ts';
import type { ReportFile } from '../commands/report-file.ts';
import { say } from '../commands/say.ts';
import { summaryReport } from '../commands/summary-report.ts';
import { leaveTable, seatAtTable } from '../commands/table.ts';
import { turnGroupRound } from '../commands/turn-round.ts';
import { readBody } from './body.ts';
import type { EdgeApp, EdgeContext, EdgeParts } from './edge.ts';
import { paced } from './pace.ts';
import { refuse, reply, replyNothing } from './reply.ts';

/** Added to the routes of `/api/cohorts`, behind their guard. */
export function addCallRoutes(app: EdgeApp, parts: EdgeParts): void {
  const { context } = parts;
  for (const path of ['call', 'copies', 'groups/*', 'messages', 'table/*', 'people/:person/hand'])
    app.use(`/:id/${path}`, paced(parts));
  app.post('/:id/call', async (c) => {
    const body = await readBody(c, callRequest);
    if (!body.ok) return refuse(c, body);
    return reply(c, await conductCall(context, c.get('caller'), idOf(c), body.value), (call) => ({ call }));
  });
  app.post('/:id/groups/:group/round', async (c) => {
    const body = await readBody(c, roundRequest);
    if (!body.ok) return refuse(c, body);
    const turned = await turnGroupRound(context, c.get('caller'), idOf(c), c.req.param('group'), body.value);
    return reply(c, turned, (call) => ({ call }));
  });
  app.post('/:id/messages', async (c) => {
    const body = await readBody(c, messageRequest);
    if (!body.ok) return refuse(c, body);
    return reply(c, await say(context, c.get('caller'), idOf(c), body.value), (told) => told);
  });
  app.post('/:id/copies', async (c) => {
    const body = await readBody(c, takeCopyRequest);
    if (!body.ok) return refuse(c, body);
    return inTurn(context, c, async () => {
      const copied = await copyPhase(context, c.get('caller'), idOf(c), body.value.name);
      return reply(c, copied, (copies) => copies, 201);
    });
  });
  app.post('/:id/table', async (c) => {
    const body = await readBody(c, tableRequest);
    if (!body.ok) return refuse(c, body);
    const seated = await seatAtTable(context, c.get('caller'), idOf(c), body.value.name);
    return reply(c, seated, ({ id, name }) => ({ person: { id, name } }), 201);
  });
  app.delete('/:id/table/:person', async (c) =>
    replyNothing(c, await leaveTable(context, c.get('caller'), idOf(c), c.req.param('person'))),
  );
  app.delete('/:id/people/:person/hand', async (c) =>
    reply(c, await lowerHand(context, c.get('caller'), idOf(c), c.req.param('person')), (told) => told),
  );
  app.get('/:id/outputs', (c) => reply(c, listOutputs(context, c.get('caller'), idOf(c)), (outputs) => outputs));
  app.get('/:id/outputs/summary', (c) =>
    inTurn(context, c, async () => handOut(c, await summaryReport(context, c.get('caller'), idOf(c)))),
  );
  app.get('/:id/outputs/:report', (c) => inTurn(context, c, () => sendReport(context, c)));
  app.get('/:id/outputs/:report/:session', (c) => sendReport(context, c));
  app.get('/:id/organisations/:organisation/report', (c) =>
    inTurn(context, c, async () => {
      const { unread } = parts.limits;
      const caller = c.get('caller');
      if (!unread.hasRoom(caller.member.id)) return refuse(c, { why: 'server-busy' });
      const made = await organisationReport(context, caller, idOf(c), c.req.param('organisation'));
      if (made.ok) unread.add(caller.member.id, Buffer.byteLength(made.value.text), c.env);
      return handOut(c, made);
    }),
  );
  app.get('/:id/groups/proposal', async (c) =>
    reply(c, await groupsProposal(context, c.get('caller'), idOf(c)), (groups) => ({ groups })),
  );
}

/** Of one person: whoever asks for many at once keeps nobody else waiting. */
const inTurn = (context: Context, c: EdgeContext, work: () => Promise<Response>): Promise<Response> =>
  context.turns(`requests/${c.get('caller').member.id}`, work);

async function sendReport(context: Context, c: EdgeContext): Promise<Response> {
  const report = REPORTS.find((one) => one === c.req.param('report'));
  if (report === undefined) return refuse(c, { why: 'not-found' });
  const session = c.req.param('session');
  const made =
    session === undefined
      ? await makeReport(context, c.get('caller'), idOf(c), report)
      : keptReport(context, c.get('caller'), idOf(c), { report, session });
  return handOut(c, made);
}

function handOut(c: EdgeContext, made: Outcome<ReportFile>): Response {
  if (!made.ok) return refuse(c, made);
  const { name, type, text } = made.value;
  return c.body(text, 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}

/** The caller's own cohort: the guard let nobody else through. */
const idOf = (c: EdgeContext) => c.get('caller').cohort.id;
