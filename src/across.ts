/**
 * Documents against each other, after the flow of `pipeline.ts`: what the store holds of a body or a department, taken out by `batch`.
 * It needs none of the stages that read.
 */
export { validateAcross } from "./validate/across.ts";
export { DEPARTMENT_RULE, departmentOf, validateDepartments } from "./validate/department-sum.ts";
