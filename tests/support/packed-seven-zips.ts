/**
 * 7z archives written by 7-Zip from one folder: members packed together, the header packed too. In the header's order:
 * `预算/空.docx` (empty), `决算/决算.pdf`, `决算/附表/一.pdf`, `预算/说明.txt`, then the folders.
 */
const archive = (base64: string): Buffer => Buffer.from(base64, "base64");

export const PACKED_7Z = archive(
  "N3q8ryccAASdLklWswAAAAAAAAAhAAAAAAAAANDRRGsBADIlUERGLTEuNAolMiVQREYtMS40CjIwMjPlubTluqbpg6jpl6jpooTn" +
    "rpflhazlvIDjgIIAAACBMweuD9FqxaCgkKB3XsVAGI39due7QVO5pB9ZZwTRqW6KdlSzdyJJ3zgaXfGDiWq2212wLiV0cCMr0v2w" +
    "0JjKO0GvfOriPZlo+secaApU2yX/WwcW9QtEZJlWnzan9OJ4y7YBOY0HCXbEPEoY7DYr1xW3G5DjPt0AABcGNwEJfAAHCwEAASMD" +
    "AQEFXQAQAAAMgK4KAdfCI6cAAA==",
);

/** The contents behind a password, the names free. */
export const LOCKED_CONTENTS_7Z = archive(
  "N3q8ryccAAT7uQkG1AAAAAAAAAAiAAAAAAAAAAZTy5fi7FAeBWbKz3V/qVBeBsRAgfQkU8cRBdXr/RbDPYEL+Hk3onFrPtBpEFpk" +
    "UiTt27N3Ku51xfI64tiZU+bkBFYDAACBMweuD9Hy+/1Au5RkOzmkeudqI0Yo7/89cU1ylkxGGqgEkBepULhZ/bUXTHrpw9ZSN3yK" +
    "uFOZBinjXlLo0YAwJG01cJZcCmRjYt7s8vDeyR366IxYW9E206FU77BIsNSgfMKdrjFhpFBChO3D6mAdbSONWGq6LTeV6W/X3CXI" +
    "bbzBsKtoxE3u0LX/hMOed8oAABcGQAEJgJQABwsBAAEjAwEBBV0AEAAADIC+CgH0JodPAAA=",
);

/** The names behind the password as well. */
export const LOCKED_NAMES_7Z = archive(
  "N3q8ryccAASadZfO4AAAAAAAAAA+AAAAAAAAAMDtJlR6VzD6RfPkrN1mW57CbkoB3mx7WG7PkY+BiDcV+YR7ryAqg9JWSwJ//Jj9" +
    "CPV1nXdMgOSxRuPWBdgkd3hgSdUjsmkNldljeYJiwqaR2onQxAfPiuiMoOm8CCkKHvkltPGL37NkBrQSfN3NUFT85+5Y2gEdP04a" +
    "U+UhdH3iu8gQZzChQQBzOut9MGiM3RnKOnjdY/eVn9IZ7A+XC5qKs+CrBaKRkQWCor9OBK+uT3TCpDbFn6Vy0QA8OaQLaG2o9EV5" +
    "a7CU6W7EQ6sqb/H/wKLRhabzddYmnUuK5xO3QsoSuhcGQAEJgKAABwsBAAIkBvEHARJTD9e1kzlYboPFKd1ibR/39g8jAwEBBV0A" +
    "EAAAAQAMgJOAvgoBzmOUkAAA",
);
