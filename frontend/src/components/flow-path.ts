import type { Flow } from '@/api';

export type FlowState = 'past' | 'now' | 'next';
export interface FlowPath { readonly states: ReadonlyMap<string, FlowState>; readonly taken: ReadonlySet<string>; readonly names: ReadonlyMap<string, string> }

const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const nodes = new Set(['startEvent', 'endEvent', 'userTask', 'serviceTask', 'sendTask', 'receiveTask', 'callActivity', 'subProcess', 'exclusiveGateway', 'parallelGateway', 'eventBasedGateway', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent']);

interface Edge { readonly id: string; readonly from: string; readonly to: string }

const edgesIn = (scope: Element): Edge[] =>
  [...scope.children].filter((element) => element.namespaceURI === model && element.localName === 'sequenceFlow')
    .map((element) => ({ id: element.id, from: element.getAttribute('sourceRef')!, to: element.getAttribute('targetRef')! }));

/** Inside a step: start → do → check → gateway → end; what hangs on a boundary is not on the way. */
function walkStep(step: Element, state: FlowState, open: ReadonlySet<string>, rounds: number, mark: (id: string, state: FlowState) => void, take: (edge: Edge) => void): void {
  const edges = edgesIn(step);
  const inside = [...step.children];
  let at = inside.find((element) => element.localName === 'startEvent')?.id;
  const way: string[] = [];
  while (at !== undefined && !way.includes(at)) {
    way.push(at);
    const here = inside.find((element) => element.id === at);
    const normal = here?.getAttribute('default');
    at = edges.find((edge) => edge.from === at && edge.id !== normal)?.to;
  }
  const until = state === 'past' ? way.length - 1 : way.findIndex((id) => open.has(id));
  way.forEach((id, index) => { if (index <= until) mark(id, open.has(id) ? 'now' : 'past'); });
  const passed = new Set(way.slice(0, until + 1));
  for (const edge of edges) {
    const back = way.indexOf(edge.from) > way.indexOf(edge.to);
    if (back ? rounds > 1 && way.includes(edge.from) && way.includes(edge.to) : passed.has(edge.from) && passed.has(edge.to)) take(edge);
  }
  if (rounds > 1) edges.forEach((edge) => { if (way.indexOf(edge.from) > way.indexOf(edge.to) && way.includes(edge.to)) mark(edge.from, 'past'); });
}

/** 通った道: from the steps and effects that happened, the gateways and arrows between them. */
export function pathOf(flow: Flow): FlowPath {
  const document = new DOMParser().parseFromString(flow.xml ?? '', 'application/xml');
  const states = new Map<string, FlowState>();
  const taken = new Set<string>(flow.flowsTaken ?? []);
  const names = new Map<string, string>();
  const mark = (id: string, state: FlowState) => { if (states.get(id) !== 'now') states.set(id, state); };
  const take = (edge: Edge) => taken.add(edge.id);
  const now = new Set(flow.now);
  for (const element of document.querySelectorAll('*')) {
    if (element.namespaceURI === model && nodes.has(element.localName)) names.set(element.id, element.getAttribute('name') ?? '');
  }
  flow.past.forEach((id) => mark(id, 'past'));
  flow.now.forEach((id) => mark(id, 'now'));
  const process = document.getElementsByTagNameNS(model, 'process')[0];
  if (!process) return { states, taken, names };
  const start = [...process.children].find((element) => element.localName === 'startEvent');
  if (start && flow.past.length + flow.now.length > 0) mark(start.id, 'past');
  for (const step of process.getElementsByTagNameNS(model, 'subProcess')) {
    const state = states.get(step.id);
    if (state === 'past' || state === 'now') walkStep(step, state, now, flow.counts[step.id] ?? 1, mark, take);
  }
  const edges = edgesIn(process);
  const gateways = [...process.children].filter((element) => element.localName.endsWith('Gateway')).map((element) => element.id);
  for (let more = true; more;) {
    more = false;
    for (const id of gateways.filter((gateway) => !states.has(gateway))) {
      if (edges.some((edge) => edge.to === id && states.has(edge.from)) && edges.some((edge) => edge.from === id && states.has(edge.to))) {
        mark(id, 'past');
        more = true;
      }
    }
  }
  edges.filter((edge) => states.get(edge.from) === 'past' && states.has(edge.to)).forEach(take);
  return { states, taken, names };
}

/** Writes the colours into the drawing's own colour attributes, so that arrow heads follow. */
export function coloured(xml: string, path: FlowPath, colours: Readonly<Record<FlowState, string>>, fills: { readonly now: string; readonly plain: string; readonly step: string }): string {
  const isStep = (id: string) => id.startsWith('Step_');
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const bioc = 'http://bpmn.io/schema/bpmn/biocolor/1.0';
  const di = 'http://www.omg.org/spec/BPMN/20100524/DI';
  document.documentElement.setAttributeNS('http://www.w3.org/2000/xmlns/', 'xmlns:bioc', bioc);
  for (const shape of [...document.getElementsByTagNameNS(di, 'BPMNShape'), ...document.getElementsByTagNameNS(di, 'BPMNEdge')]) {
    const id = shape.getAttribute('bpmnElement') ?? '';
    const state: FlowState = shape.localName === 'BPMNEdge' ? (path.taken.has(id) ? 'past' : 'next') : path.states.get(id) ?? 'next';
    shape.setAttributeNS(bioc, 'bioc:stroke', isStep(id) ? colours.next : colours[state]);
    if (shape.localName === 'BPMNShape') shape.setAttributeNS(bioc, 'bioc:fill', isStep(id) ? fills.step : state === 'now' ? fills.now : fills.plain);
  }
  return new XMLSerializer().serializeToString(document);
}
