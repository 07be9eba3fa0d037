/** Version of the arithmetic. A sealed cycle stores it; raise it when any result could differ by even 10⁻⁶. */
export const ENGINE_VERSION = '1';
