/** Pattern of an ISO 3166-1 alpha-2 code, which identifies a region. */
export const REGION_CODE = /^[A-Z]{2}$/;
