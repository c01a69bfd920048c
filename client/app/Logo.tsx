/** The mark of the product: an iceberg in its square. */
import mark from '../favicon.svg';

export const Logo = ({ size = 32 }: { size?: number }) => <img src={mark} alt="" width={size} height={size} />;
