export { add, retry } from "./add.ts";
export { type Connection, connect } from "./connection.ts";
export { type Away, asFleetError, FleetError, type FleetErrorCode } from "./errors.ts";
export { gather } from "./gather.ts";
export { patiently, pause } from "./patience.ts";
export { begin } from "./round.ts";
export { type FleetStatus, status } from "./status.ts";
export { work } from "./work.ts";
