export { type MintReason, type TraceEvent } from '../shared/trace.js';
export { DiscovrTimeline, type DiscovrTimelineProps } from './DiscovrTimeline.js';
export {
  discovrDevtoolsPlugin,
  type DiscovrDevtoolsPlugin,
  type DiscovrDevtoolsPluginOptions,
} from './discovrDevtoolsPlugin.js';
export { type ObservedEvent, type TimelineEvent } from './observe.js';
export { traceClient, type ClientTrace, type TracedEvent, type TraceClientOptions } from './traceClient.js';
