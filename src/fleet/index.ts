export { type Connection, connect } from "./connection.ts";
export { FleetError, type FleetErrorCode } from "./errors.ts";
export { gather } from "./gather.ts";
export { add, begin, retry } from "./round.ts";
export { type FleetStatus, status } from "./status.ts";
export { work } from "./work.ts";
