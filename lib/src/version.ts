/** Version of the software that a reading names; a test holds it against package.json. */
export const SOFTWARE_VERSION = "0.1.0";
