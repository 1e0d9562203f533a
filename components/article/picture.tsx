import { getImageProps } from 'next/image';
import type { Picture as PictureFile } from '@/lib/images';

type Props = {
  picture: PictureFile;
  alt: string;
  /** How wide it is printed, as in the sizes attribute. */
  sizes: string;
  /** The picture that readers see first is fetched first; the others when they come near. */
  isFirst?: boolean;
  className?: string;
};

export function Picture({ picture, alt, sizes, isFirst = false, className = '' }: Props) {
  const { props } = getImageProps({
    src: picture.src,
    width: picture.width,
    height: picture.height,
    alt,
    sizes,
    quality: 70,
    loading: isFirst ? 'eager' : 'lazy',
    fetchPriority: isFirst ? 'high' : undefined,
  });
  return <img {...props} alt={alt} className={`picture ${className}`} style={undefined} />;
}
