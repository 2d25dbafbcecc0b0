using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assets.Support;

namespace Assets.Browser.Tests;

/// <summary>
/// A printed label before a camera: the PDF of the product, drawn by poppler as a printer would, in the middle of a white picture, as a
/// film in YUV4MPEG2 that Chromium plays for its camera.
/// </summary>
internal static class FilmedLabel
{
    public const string Drawer = "/usr/bin/pdftoppm";

    private const int Width = 640;
    private const int Height = 480;
    private const int Frames = 5;
    private const int DotsPerInch = 200; // a tape of 60 mm is 472 dots long: what a hand's breadth before a phone gives

    public static async Task<string> Make(TemporaryFolder folder, byte[] pdf)
    {
        await File.WriteAllBytesAsync(folder["label.pdf"], pdf);
        var drawn = new ProcessStartInfo(Drawer) { UseShellExecute = false };
        foreach (var argument in (string[])["-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-gray", "-singlefile", folder["label.pdf"], folder["label"]]) drawn.ArgumentList.Add(argument);
        using (var process = Process.Start(drawn)!) await process.WaitForExitAsync();
        var frame = Frame(await File.ReadAllBytesAsync(folder["label.pgm"]));
        await using var film = File.Create(folder["label.y4m"]);
        await film.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var i = 0; i < Frames; i++)
        {
            await film.WriteAsync("FRAME\n"u8.ToArray());
            await film.WriteAsync(frame);
        }
        return folder["label.y4m"];
    }

    // Grey levels from 16 (black) to 235 (white), and two planes of colour at a quarter of the size that say that there is none.
    private static byte[] Frame(byte[] pgm)
    {
        var (width, height, start) = Head(pgm);
        var frame = new byte[Width * Height * 3 / 2];
        frame.AsSpan(0, Width * Height).Fill(235);
        frame.AsSpan(Width * Height).Fill(128);
        var (left, top) = ((Width - width) / 2, (Height - height) / 2);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++) frame[((top + y) * Width) + left + x] = (byte)(16 + (pgm[start + (y * width) + x] * 219 / 255));
        }
        return frame;
    }

    // P5, width, height and the greatest grey level, parted by white space, then the dots.
    private static (int Width, int Height, int Start) Head(byte[] pgm)
    {
        var numbers = new List<int>();
        var at = 2;
        while (numbers.Count < 3)
        {
            while (char.IsWhiteSpace((char)pgm[at])) at++;
            var number = 0;
            for (; char.IsAsciiDigit((char)pgm[at]); at++) number = (number * 10) + pgm[at] - '0';
            numbers.Add(number);
        }
        return (numbers[0], numbers[1], at + 1);
    }
}
